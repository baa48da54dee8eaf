import { runProgram } from './runProgram.mjs';

// `npm run gallery -- PART...`: takes pictures of all states, or of those whose names have one of the parts.
await runProgram('The gallery', 'packages/e2e/bin/gallery');
