import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { InputError } from '@backstage/errors';
import { createProgressPrinter } from '@progressive-delivery/sandbox';
import { benchmarks } from './benchmarks';
import { runBenchmark } from './running/runBenchmark';

const INTERRUPTED = 130;

const program = new Command('bench')
  .description(
    'Measures on real parts and prints a table; exits with 1 when a row does not hold.',
  )
  .argument('[name]', 'what to measure; all there is, is listed without it')
  .option('--json <file>', 'write the table as JSON, too')
  .option(
    '--rounds <number>',
    'how often it repeats what it measures, where that can be chosen',
    positiveNumber,
  )
  .showHelpAfterError()
  .action(async (name: string | undefined, options: RunOptions) => {
    process.exitCode = name === undefined ? list() : await run(name, options);
  });

interface RunOptions {
  json?: string;
  rounds?: number;
}

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError('It is a whole number of at least 1.');
  }
  return number;
}

function list(): number {
  for (const [name, { description }] of Object.entries(benchmarks)) {
    process.stdout.write(`${name}\n    ${description}\n`);
  }
  return 0;
}

async function run(
  name: string,
  { json, rounds }: RunOptions,
): Promise<number> {
  const benchmark = Object.entries(benchmarks).find(
    ([each]) => each === name,
  )?.[1];
  if (!benchmark) {
    throw new InputError(
      `There is no benchmark ${name}, only ${Object.keys(benchmarks).join(
        ', ',
      )}`,
    );
  }
  if (rounds !== undefined && benchmark.rounds === undefined) {
    throw new InputError(`The rounds of ${name} cannot be chosen`);
  }
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () =>
      interrupted.abort(new Error(`Ended by ${signal}`)),
    );
  }
  try {
    const report = await runBenchmark(name, benchmark, {
      // So that the table alone is on standard output.
      log: createProgressPrinter(name, process.stderr),
      signal: interrupted.signal,
      rounds,
    });
    if (json !== undefined) {
      await writeFile(json, `${JSON.stringify(report, undefined, 2)}\n`);
    }
    process.stdout.write(`\n${report}\n`);
    return report.holds ? 0 : 1;
  } catch (error) {
    if (error === interrupted.signal.reason) {
      process.stderr.write(`${interrupted.signal.reason.message}\n`);
      return INTERRUPTED;
    }
    throw error;
  }
}

program
  .parseAsync()
  .catch(error => {
    // Somebody has to fix a benchmark that fails, so unlike elsewhere the stack is of use.
    process.stderr.write(
      `${
        error instanceof InputError ? error.message : error?.stack ?? error
      }\n`,
    );
    process.exitCode = 1;
  })
  // Whatever is still open does not keep a terminal waiting.
  .finally(() => process.exit());
