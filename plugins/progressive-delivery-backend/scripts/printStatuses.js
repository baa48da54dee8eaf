// `node scripts/printStatuses.js SCENARIO...`: prints what is told of the workloads of scenarios a little later than all
// that happened in them, and when that is, by their names.
require('@backstage/cli/config/nodeTransform.cjs');
const {
  objectsOf,
  statusAmong,
} = require('../src/rollouts/__testUtils__/scenario');

const MILLISECONDS_LATER = 15_000;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g;

const told = Object.fromEntries(
  process.argv.slice(2).map(name => {
    const objects = objectsOf(name);
    const [last] = JSON.stringify(objects).match(TIME).sort().reverse();
    const now = new Date(Date.parse(last) + MILLISECONDS_LATER);
    return [name, { now, status: statusAmong(objects, now) }];
  }),
);
process.stdout.write(`${JSON.stringify(told)}\n`);
