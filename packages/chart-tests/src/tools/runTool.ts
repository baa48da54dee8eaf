import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireTool, ToolName } from './requireTool';

export interface ToolResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunToolOptions {
  cwd?: string;
  input?: string;
  /** Added to an environment that knows nothing of this machine's clusters and settings. */
  environment?: Record<string, string>;
}

/** Runs a tool to its end, whatever its exit code. Only a tool that cannot be started rejects. */
export async function runTool(
  name: ToolName,
  args: string[],
  options: RunToolOptions = {},
): Promise<ToolResult> {
  const home = await mkdtemp(join(tmpdir(), 'chart-tests-home-'));
  try {
    return await run(requireTool(name), args, {
      ...options,
      environment: {
        HOME: home,
        // No cluster unless a test names one.
        KUBECONFIG: join(home, 'no-kubeconfig'),
        ...options.environment,
      },
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function run(
  binary: string,
  args: string[],
  { cwd, input, environment }: RunToolOptions,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      cwd,
      env: {
        PATH: [dirname(binary), process.env.PATH].join(':'),
        ...environment,
      },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', code =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}
