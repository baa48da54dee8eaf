/** Writes a line of progress with the time since `started`, for builds take minutes. */
export function createProgressPrinter(): (line: string) => void {
  const started = Date.now();
  return line => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(
      2,
      '0',
    )}`;
    process.stdout.write(`sandbox ${clock.padStart(5)}  ${line}\n`);
  };
}
