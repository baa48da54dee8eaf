import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, ProcessIdentity } from './processIdentity';

const GRACE_MILLISECONDS = 5_000;

/** Asks processes to end, waits a few seconds, and kills what is left. Only by id, and only if it is still the same program. */
export async function endProcesses(
  processes: ProcessIdentity[],
): Promise<void> {
  signalAll(processes, 'SIGTERM');
  const deadline = Date.now() + GRACE_MILLISECONDS;
  while (processes.some(isRunning) && Date.now() < deadline) {
    await sleep(50);
  }
  signalAll(processes, 'SIGKILL');
  while (processes.some(isRunning) && Date.now() < deadline + 2_000) {
    await sleep(20);
  }
}

function signalAll(processes: ProcessIdentity[], signal: NodeJS.Signals) {
  for (const candidate of processes.filter(isRunning)) {
    // Its group first: the parts start helpers of their own (git under Argo CD), which must not outlive them.
    for (const target of [-candidate.pid, candidate.pid]) {
      try {
        process.kill(target, signal);
      } catch {
        // It leads no group, or ended just now.
      }
    }
  }
}
