import { once } from 'node:events';
import { InputError } from '@backstage/errors';
import { Toolbox } from '@progressive-delivery/sandbox';
import { Benchmark, BenchmarkContext } from '../../running/Benchmark';
import { forkModule } from '../../running/forkModule';
import { Measured, messageSchema } from './messages';

/** Milliseconds that nobody notices. */
const UNNOTICED = 50;

const DELAY_BAR = 3;
const PREVIEW_BAR = 2;

export const hostileBenchmark: Benchmark = {
  description:
    'Hostile files and objects, one at a time, given to the real services of the backend in a process of their own: how long its event loop stands still, and what a preview of another target takes meanwhile. Takes about five minutes.',
  async run(context) {
    const all = await measure(context);
    const delays = all.map(({ delay, harmlessDelay }) =>
      counted(delay, harmlessDelay, DELAY_BAR),
    );
    const previews = all.map(({ alone, preview }) =>
      counted(preview, alone, PREVIEW_BAR),
    );
    return [
      {
        id: 'hostile-delay',
        what: `longest delay of the event loop with hostile input / with harmless input of equal size; the worst of ${all.length} inputs; up to ${UNNOTICED} ms counts as holding`,
        value: Math.max(...delays),
        unit: 'ratio',
        bar: { atMost: DELAY_BAR },
      },
      {
        id: 'hostile-other-target',
        what: `warm preview of another target meanwhile, median of 20 at least / alone; the worst of ${all.length} inputs; up to ${UNNOTICED} ms counts as holding`,
        value: Math.max(...previews),
        unit: 'ratio',
        bar: { atMost: PREVIEW_BAR },
      },
    ];
  },
};

function counted(milliseconds: number, of: number, bar: number): number {
  const ratio = milliseconds / of;
  return milliseconds <= UNNOTICED ? Math.min(ratio, bar) : ratio;
}

async function measure(context: BenchmarkContext): Promise<Measured[]> {
  const toolbox = Toolbox.create();
  for (const tool of ['helm', 'kustomize'] as const) {
    if (!toolbox.isBuilt(tool)) {
      throw new InputError(`Build ${tool} first: yarn sandbox build ${tool}`);
    }
  }
  const child = forkModule('benchmarks/hostile/main.ts', [
    toolbox.tool('helm'),
    toolbox.tool('kustomize'),
    context.directory,
  ]);
  context.atEnd(() => {
    child.kill('SIGTERM');
  });
  const all: Measured[] = [];
  let failure: string | undefined;
  child.on('message', message => {
    const { data } = messageSchema.safeParse(message);
    if (data?.type === 'failed') {
      failure = data.error;
    } else if (data) {
      const { alone, delay, harmlessDelay, name, preview } = data.measured;
      all.push(data.measured);
      context.log(
        `${name}: delay ${delay.toFixed(
          1,
        )} ms (harmless ${harmlessDelay.toFixed(1)}), preview ${preview.toFixed(
          1,
        )} ms (alone ${alone.toFixed(1)})`,
      );
    }
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(
      failure ?? `The process of the services ended with ${code}`,
    );
  }
  return all;
}
