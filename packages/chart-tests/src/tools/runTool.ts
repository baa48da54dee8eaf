import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
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

const home = mkdtempSync(join(tmpdir(), 'chart-tests-'));

/** Runs a tool to its end, whatever its exit code. Only a tool that cannot be started rejects. */
export function runTool(
  name: ToolName,
  args: string[],
  options: RunToolOptions = {},
): Promise<ToolResult> {
  const binary = requireTool(name);
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, {
      cwd: options.cwd,
      env: {
        HOME: home,
        PATH: [dirname(binary), process.env.PATH].join(':'),
        // No cluster unless a test names one.
        KUBECONFIG: join(home, 'no-kubeconfig'),
        ...options.environment,
      },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input);
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
