import { runProgram } from './runProgram.mjs';

// `npm run bench -- NAME`: runs a benchmark, or lists them.
await runProgram('The benchmark', 'packages/bench/bin/bench');
