const { insides } = require('../../eslint-boundaries');
const { builtinModules } = require('node:module');

// This package runs in a browser and in Node: it knows neither Node nor React.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImports: builtinModules,
  restrictedImportPatterns: [
    ...insides,
    'node:*',
    'react',
    'react-*',
    '@material-ui/*',
  ],
});
