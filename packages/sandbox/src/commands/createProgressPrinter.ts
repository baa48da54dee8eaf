/**
 * Writes lines of progress with the time since now, for builds take minutes.
 *
 * @param name - what each line begins with
 * @param output - default: standard output
 */
export function createProgressPrinter(
  name: string,
  output: NodeJS.WritableStream = process.stdout,
): (line: string) => void {
  const started = Date.now();
  return line => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(
      2,
      '0',
    )}`;
    output.write(`${name} ${clock.padStart(5)}  ${line}\n`);
  };
}
