const started = Date.now();

/**
 * Prints a line of progress, with who says it and the time since the start.
 *
 * @param {string} who `backstage`, `sandbox`, ...
 * @param {string} line
 */
export function say(who, line) {
  const seconds = Math.floor((Date.now() - started) / 1000);
  const clock = [Math.floor(seconds / 60), seconds % 60]
    .map((part, index) => (index ? String(part).padStart(2, '0') : part))
    .join(':');
  process.stdout.write(`${who.padEnd(9)} ${clock.padStart(5)}  ${line}\n`);
}
