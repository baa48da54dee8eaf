import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { exitCodes } from '../exitCodes';

// All that the command prints goes through here: names and texts of a chart may hold anything.
/* eslint-disable no-restricted-syntax */

/** Where something is printed: standard output or standard error. */
export interface Printer {
  /** Whether it is a terminal. */
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Prints what others read, such as `git apply`: as it is. At a terminal nothing in it acts, and what nobody would see is escaped. */
export function printResult(
  text: string,
  printer: Printer = process.stdout,
): void {
  printer.write(printer.isTTY ? visibleLines(text) : text);
}

/** Prints what only people read. Nothing in it acts, also where a log of it is shown at a terminal. */
export function printMessage(
  text: string,
  printer: Printer = process.stderr,
): void {
  printer.write(visibleLines(text));
}

/** Has the command end with a word about it where it cannot print, and quietly where nobody reads on, as with `| head`. */
export function watchPrinters(): void {
  for (const printer of [process.stdout, process.stderr]) {
    printer.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') {
        process.exitCode = exitCodes.unread;
        return;
      }
      process.exitCode = exitCodes.failed;
      if (printer === process.stdout) {
        printMessage(`What was to be printed could not be: ${error.message}\n`);
      }
    });
  }
}
