// `yarn openapi`: writes openapi.json from the schemas of the wire.
require('@backstage/cli/config/nodeTransform.cjs');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { openApiDocument } = require('../src/router/openapi/openApiDocument');

writeFileSync(
  join(__dirname, '..', 'openapi.json'),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
