import { mkdir, rename, rm } from 'node:fs/promises';
import { getPriority, setPriority } from 'node:os';
import { dirname } from 'node:path';
import { runCommand } from '../processes/runCommand';
import { buildArguments, buildEnvironment } from './buildArguments';
import type { PlacedTool } from './Toolbox';

/** Backstage must stay responsive while the compiler keeps every core busy. */
const NICENESS = 5;

/**
 * A compiler and a linker end within seconds, so what they collect is mostly lost work: without it, etcd is built in an
 * eighth less time. The limit, for each of them, is for machines with little memory.
 */
const MEMORY = { GOGC: 'off', GOMEMLIMIT: '1GiB' };

interface CompileOptions {
  /** Told of each package when the compiler begins with it. */
  onPackage?: (path: string) => void;
  /** Told of each command that runs, so that it can be ended from elsewhere. */
  onCommand?: (pid: number) => void;
  signal?: AbortSignal;
}

/** Compiles and links a tool, and puts its binary in place when that is complete. */
export async function compileTool(
  { binary, goVersion, source, tool }: PlacedTool,
  { onCommand, onPackage, signal }: CompileOptions,
): Promise<void> {
  await mkdir(dirname(binary), { recursive: true });
  const temporary = `${binary}.${process.pid}`;
  const [build, ...args] = buildArguments(tool, temporary);
  try {
    await runCommand('go', {
      args: [build, '-v', ...args],
      env: { ...process.env, ...MEMORY, ...buildEnvironment(tool, goVersion) },
      cwd: source,
      signal,
      onErrorLine: onPackage,
      onStart: pid => {
        setPriority(pid, Math.max(getPriority(), NICENESS));
        onCommand?.(pid);
      },
    });
    await rename(temporary, binary);
  } finally {
    await rm(temporary, { force: true });
  }
}
