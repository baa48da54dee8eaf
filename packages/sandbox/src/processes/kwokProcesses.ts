import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processIdentity';
import { SandboxProcess } from './SandboxProcess';

/** Where kwokctl keeps its clusters (`KWOK_WORKDIR`). */
export function kwokDirectory(directory: string): string {
  return join(directory, 'kubernetes', 'kwok');
}

function clusterDirectory(directory: string): string {
  return join(kwokDirectory(directory), 'clusters', 'sandbox');
}

/**
 * The processes of Kubernetes itself: kwokctl starts them detached and notes their ids in files. Each has this
 * directory in its command line, which tells it from a program that got the same id later.
 */
export function kwokProcesses(directory: string): SandboxProcess[] {
  const cluster = clusterDirectory(directory);
  return readNames(join(cluster, 'pids')).flatMap(file => {
    const name = file.replace(/\.pid$/, '');
    const pid = Number(readFileSync(join(cluster, 'pids', file), 'utf8'));
    const identity = processIdentity(pid);
    return identity && commandLine(pid).includes(cluster)
      ? [{ ...identity, name, log: join(cluster, 'logs', `${name}.log`) }]
      : [];
  });
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
