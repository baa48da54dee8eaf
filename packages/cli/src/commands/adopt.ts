import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { adoptChart, patchOf, ValuesSet } from '@progressive-delivery/engine';
import { abortOnSignals } from '../signals/abortOnSignals';
import { describeAdoption } from '../adopt/describeAdoption';
import { fileProblem } from '../files/fileProblem';
import { readChartFolder } from '../adopt/readChartFolder';
import { writeChanges } from '../adopt/writeChanges';
import { exitCodes } from '../exitCodes';
import { printMessage, printResult } from '../terminal/printing';

interface AdoptArguments {
  values: string[];
  helm: string;
  write?: boolean;
}

export function registerAdoptCommand(program: Command): void {
  program
    .command('adopt')
    .description(
      'Give a chart the switch between Deployment and Rollout: prints the change as a patch, and on standard error what was proved of it',
    )
    .argument('<chart>', 'folder of the chart')
    .option(
      '--values <file...>',
      "values files that use the chart; each is proved by itself, besides the chart's own values",
      [],
    )
    .option('--helm <command>', 'the command of Helm, or its path', 'helm')
    .option('--write', 'write the change into the chart; all of it or nothing')
    .addHelpText(
      'after',
      `
Ends with 0 where the change is proved (and written, with --write), 1 where the chart cannot be prepared, 2 where something
else is wrong, such as a file or Helm that is not there. The switch is off in the change. What to do before it is turned on:
https://github.com/progressive-delivery/progressive-delivery/blob/main/docs/switching.md`,
    )
    .action(async (chart: string, options: AdoptArguments) => {
      process.exitCode = await adopt(chart, options);
    });
}

async function adopt(
  folder: string,
  { helm, values, write = false }: AdoptArguments,
): Promise<number> {
  const sets = await Promise.all(values.map(readValues));
  const files = await readChartFolder(folder);
  const adoption = await abortOnSignals(signal =>
    adoptChart(files, { helm, values: sets, signal }),
  );
  if (adoption.state === 'refused' && adoption.because.some(isOfHelm)) {
    throw new Error(adoption.because.map(({ text }) => text).join('\n'));
  }
  if (write && adoption.state === 'prepared') {
    await writeChanges(folder, adoption.changes);
  }
  // The patch alone is on standard output, for `git apply`.
  printMessage(describeAdoption(adoption, { written: write }));
  if (adoption.state === 'refused') {
    return exitCodes.refused;
  }
  printResult(adoption.changes.map(change => patchOf(change)).join(''));
  return exitCodes.done;
}

async function readValues(file: string): Promise<ValuesSet> {
  try {
    return { name: file, files: [await readFile(file)] };
  } catch (error) {
    throw fileProblem(error, file);
  }
}

/** Whether the chart is not to blame. */
function isOfHelm({ id }: { id: string }): boolean {
  return id === 'helmMissing' || id === 'helmUnusable';
}
