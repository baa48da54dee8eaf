import { readFileSync } from 'node:fs';

/** A process id alone may meanwhile belong to another program; with its start time it is unmistakable. */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks from boot to the process's start, as in `/proc/<pid>/stat`. */
  startTime: string;
}

/** The identity of a running process; undefined when there is none by that id, or only its zombie. */
export function processIdentity(pid: number): ProcessIdentity | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in parentheses and may hold spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startTime = fields[19];
  return state === 'Z' || state === 'X' ? undefined : { pid, startTime };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return processIdentity(identity.pid)?.startTime === identity.startTime;
}
