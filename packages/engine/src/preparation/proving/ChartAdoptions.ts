import { createHash } from 'node:crypto';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Adoption } from '../../adoption/adoptChart';
import { ValuesSet } from '../../adoption/proof/ValuesSet';
import { KeptWork } from '../../processes/KeptWork';
import { WorkerPool, WorkerPoolError } from '../../processes/WorkerPool';
import { RenderLimits } from '../../RenderLimits';
import { FairLimit } from '../../variants/rendering/FairLimit';
import { FoundTools } from '../../variants/rendering/RenderTools';
import { systemLimits } from '../../variants/rendering/systemLimits';
import { FilesOfChart } from '../charts/chartFilesOf';
import { digestOfValues } from '../values/digestOfValues';
import adoptionWorker, { AdoptionQuestion } from './adoptionWorker';

/** Charts that are proved at the same time: each runs as many Helm as there are processors. */
const AT_ONCE = 2;

/** Seconds after which a proof is ended. */
const SECONDS = 90;

/** Characters of changed files that are kept. */
const KEPT_CHARACTERS = 16 * 1024 * 1024;
/** Milliseconds for which nobody waits again for what took too much. */
const LIMIT_KEPT = 5 * 60_000;
/** Milliseconds for which nobody tries again what has failed for a reason that may pass, such as a Helm that does not run. */
const FAILURE_KEPT = 30_000;

/** A chart, and all that it is proved with. */
export interface AdoptionInput {
  /** Whose turn it is: proofs take turns between these. */
  queue: string;
  chart: FilesOfChart;
  values: readonly ValuesSet[];
  /** See `AdoptOptions`. */
  release: string | undefined;
  tools: FoundTools;
}

/**
 * Prepares charts, each once for all who ask for it and for the same files, in threads: what a template or a values file
 * holds is read where it holds up nobody, and ended where it takes too long.
 */
export class ChartAdoptions {
  /** @param options.seconds - after which a proof is ended; default: 90 */
  static create(options: {
    limits: RenderLimits;
    seconds?: number;
  }): ChartAdoptions {
    return new ChartAdoptions(options.limits, options.seconds ?? SECONDS);
  }

  private readonly pool = WorkerPool.create({ threads: AT_ONCE });
  private readonly limit = FairLimit.create({ concurrency: AT_ONCE });
  private readonly kept = KeptWork.create<Adoption>({
    size: KEPT_CHARACTERS,
    keepFailure: error =>
      error instanceof InputError ? Infinity : FAILURE_KEPT,
  });
  private closed = false;

  private constructor(
    private readonly limits: RenderLimits,
    private readonly seconds: number,
  ) {}

  /**
   * Where nobody waits any longer, nothing of it goes on, and its turn ends when nothing does.
   *
   * @throws ServiceUnavailableError where Helm cannot be run
   */
  async adopt(
    input: AdoptionInput,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Adoption> {
    return this.kept.get(
      digestOf(input),
      shared =>
        this.limit.run(input.queue, async () => {
          shared.throwIfAborted();
          if (this.closed) {
            throw new ServiceUnavailableError('The backend shuts down');
          }
          const adoption = await this.prove(input, shared);
          return {
            result: adoption,
            size: sizeOf(adoption),
            milliseconds: isOfLimits(adoption) ? LIMIT_KEPT : undefined,
          };
        }),
      signal,
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pool.close();
  }

  private async prove(
    { chart, release, tools, values }: AdoptionInput,
    signal: AbortSignal,
  ): Promise<Adoption> {
    try {
      const adoption = await this.pool.run<AdoptionQuestion, Adoption>(
        adoptionWorker,
        {
          files: chart.files,
          values,
          release,
          helm: tools.helm,
          within: systemLimits(this.limits, tools.prlimit),
        },
        { timeLimit: this.seconds * 1000, signal },
      );
      if (adoption.state === 'refused' && adoption.because.some(isOfHelm)) {
        throw new ServiceUnavailableError(
          'The helm of the backend does not run, so that no chart can be proved: see the setup in the tab, or the log',
        );
      }
      return adoption;
    } catch (error) {
      if (error instanceof WorkerPoolError && error.reason.kind !== 'failed') {
        const tookTooMuch = toMessage('adoptionObstacle', {
          id: 'tookTooMuch',
          parameters: { seconds: this.seconds },
        });
        return { state: 'refused', because: [tookTooMuch] };
      }
      throw error;
    }
  }
}

/** Over everything that goes into a preparation. */
export function digestOf({
  chart,
  release,
  tools,
  values,
}: Omit<AdoptionInput, 'queue'>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        chart.identity,
        release,
        tools.profile.helm,
        values.map(digestOfValues),
      ]),
    )
    .digest('hex');
}

function isOfHelm({ id }: { id: string }): boolean {
  return id === 'helmMissing' || id === 'helmUnusable';
}

function isOfLimits(adoption: Adoption): boolean {
  return (
    adoption.state === 'refused' &&
    adoption.because.some(({ id }) => id === 'tookTooMuch')
  );
}

function sizeOf(adoption: Adoption): number {
  return adoption.state === 'prepared'
    ? adoption.changes.reduce(
        (sum, { after, before = '' }) => sum + before.length + after.length,
        0,
      )
    : adoption.because.reduce((sum, { text }) => sum + text.length, 0);
}
