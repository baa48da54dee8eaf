import { spawn } from 'node:child_process';
import { NotFoundError } from '@backstage/errors';

/** Runs a program in this terminal and ends with its exit code. */
export async function runInteractively(
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const child = spawn(command, args, { stdio: 'inherit', env: environment });
  // Ctrl-C is for the program, which the terminal tells as well.
  process.on('SIGINT', () => undefined);
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', error =>
      reject(new NotFoundError(`${command} could not be run`, error)),
    );
    child.on('close', code => resolve(code ?? 1));
  });
}
