import { join, resolve } from 'node:path';
import { Recorder } from './Recorder';
import { scenarios } from './scenarios/scenarios';

// This package is private and runs from its source only.
// eslint-disable-next-line no-restricted-syntax
const repository = resolve(__dirname, '../../..');

/** `yarn workspace @progressive-delivery/rollout-scenarios record [NAME...]`; all scenarios without a name. */
async function main(names: string[]): Promise<void> {
  const unknown = names.filter(
    name => !scenarios.some(scenario => scenario.name === name),
  );
  if (unknown.length > 0) {
    throw new Error(`There is no scenario ${unknown.join(', ')}`);
  }
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () =>
      interrupted.abort(new Error(`Ended by ${signal}`)),
    );
  }
  const recorder = Recorder.create({
    directory: join(repository, '.artifacts/rollout-scenarios'),
    records: join(
      repository,
      'plugins/progressive-delivery-backend/src/rollouts/__fixtures__/recorded',
    ),
    log: line => process.stdout.write(`${line}\n`),
    signal: interrupted.signal,
  });
  const failures = await recorder.record(
    names.length > 0
      ? scenarios.filter(({ name }) => names.includes(name))
      : scenarios,
  );
  if (failures.length > 0) {
    throw new Error(
      [`${failures.length} scenarios were not recorded:`, ...failures].join(
        '\n  ',
      ),
    );
  }
  if (names.length === 0) {
    await recorder.removeOthers(scenarios);
  }
}

main(process.argv.slice(2)).catch(error => {
  // A person reads this: the sentence, not the stack.
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
