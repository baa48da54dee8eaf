import type { ToolName } from './requireTool';
import { RunToolOptions, runTool } from './runTool';

/** Runs a tool that has to succeed and answers its standard output. */
export async function mustRun(
  name: ToolName,
  args: string[],
  options?: RunToolOptions,
): Promise<string> {
  const { code, stdout, stderr } = await runTool(name, args, options);
  if (code !== 0) {
    throw new Error(
      `${name} ${args.join(' ')} ended with ${code}:\n${stderr || stdout}`,
    );
  }
  return stdout;
}
