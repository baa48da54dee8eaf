import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

const GIBIBYTE = 2 ** 30;

/** What the values were measured on. */
export function machine(): string {
  const [cpu] = cpus();
  return [
    `${platform()} ${arch()}`,
    `${availableParallelism()} x ${cpu?.model.trim() ?? 'unknown CPU'}`,
    `${Math.round(totalmem() / GIBIBYTE)} GiB`,
    `Node ${process.versions.node}`,
  ].join(', ');
}
