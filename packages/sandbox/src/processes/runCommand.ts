import { CommandError } from './CommandError';
import { runToEnd, RunToEndOptions } from './runToEnd';

const LONGEST_ERROR = 4_000;

/**
 * Runs a command to its end, as {@link runToEnd}, and answers its standard output.
 *
 * @throws {@link CommandError} when it could not be started or did not end with 0
 */
export async function runCommand(
  command: string,
  options: RunToEndOptions = {},
): Promise<string> {
  const { code, killedBy, stderr, stdout } = await runToEnd(command, options);
  if (code === 0) {
    return stdout;
  }
  const said = (stderr || stdout).trim().slice(-LONGEST_ERROR);
  const name = command.split('/').pop();
  throw new CommandError(
    `${name} ${options.args?.[0] ?? ''} ended with ${code ?? killedBy}${
      said ? `: ${said}` : ''
    }`,
  );
}
