import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Sandbox } from '@progressive-delivery/sandbox';

const [directory, sandbox] = process.argv.slice(2);
const pids: number[] = [];

const end = (target: number) => {
  try {
    process.kill(target, 'SIGKILL');
  } catch {
    // It leads no group, or has ended.
  }
};

// Standard input is a pipe that the test holds; it closes when the test ends, however it ends.
createInterface(process.stdin)
  .on('line', line => pids.push(Number(line)))
  .on('close', async () => {
    pids.flatMap(pid => [-pid, pid]).forEach(end);
    await Sandbox.stop(sandbox);
    rmSync(directory, { recursive: true, force: true });
  });
