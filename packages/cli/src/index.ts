import { CommanderError } from 'commander';
import { Interrupted } from './signals/abortOnSignals';
import { createProgram } from './createProgram';
import { exitCodes } from './exitCodes';
import { printMessage, watchPrinters } from './terminal/printing';

watchPrinters();
createProgram()
  .parseAsync()
  .catch(error => {
    if (error instanceof CommanderError) {
      // It has said what is wrong, or has shown the help that was asked for.
      process.exitCode = error.exitCode === 0 ? 0 : exitCodes.failed;
      return;
    }
    // A person reads this: the sentence, not the stack.
    const message = error instanceof Error ? error.message : String(error);
    printMessage(`${message}\n`);
    process.exitCode =
      error instanceof Interrupted ? error.exitCode : exitCodes.failed;
  });
