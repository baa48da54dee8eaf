import { InputError } from '@backstage/errors';
import {
  Reason,
  SwitchTrial,
  SwitchTrialMessage,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { problemOf } from '../../errors/problemError';
import { compareVariants } from '../comparing/compareVariants';
import { Manifest } from '../manifests/manifests';
import { FoundTools } from '../rendering/RenderTools';
import { LaidOutTarget, renderingDigest } from '../rendering/TargetLayouts';
import { renderVariants } from '../rendering/renderVariants';
import { TargetRenderings } from '../rendering/TargetRenderings';
import { SourceSwitch } from './switchesOf';
import { whyUnchanged } from './whyUnchanged';

/** Switches of one target that are tried: a chart may have hundreds. */
const MOST_TRIALS = 50;
/** Of one target at the same time, so that the preview that somebody waits for finds room. */
const AT_ONCE = 2;
const KEPT = 10_000;

/** What flipping a switch does. */
export interface TriedSwitch {
  trial: SwitchTrial;
  /** {@link workloadName} of the workloads whose kind changes. */
  moved: ReadonlySet<string>;
}

/** Flips switches, also those that cannot be proposed, and looks at what is rendered then. */
export class SwitchTrials {
  static create(options: { renderings: TargetRenderings }): SwitchTrials {
    return new SwitchTrials(options.renderings);
  }

  /** These are small: they outlive the renderings that they were made of. */
  private readonly known = new LRUCache<string, TriedSwitch>({ max: KEPT });

  private constructor(private readonly renderings: TargetRenderings) {}

  /**
   * Tries those that the entity owns first, then the rest.
   *
   * @param onTried - is told each as soon as it is known, by its id
   * @throws ServiceUnavailableError where the tools cannot be run
   */
  async all(
    laidOut: LaidOutTarget,
    options: {
      tools: FoundTools;
      switches: SourceSwitch[];
      onTried: (id: string, tried: TriedSwitch) => void;
      signal?: AbortSignal;
    },
  ): Promise<void> {
    const { onTried, signal, switches } = options;
    const own = new Set(laidOut.target.ownedSwitches);
    const ordered = [
      ...switches.filter(({ id }) => own.has(id)),
      ...switches.filter(({ id }) => !own.has(id)),
    ];
    const limit = pLimit(AT_ONCE);
    await Promise.all(
      ordered.map((each, index) =>
        limit(async () => {
          signal?.throwIfAborted();
          onTried(
            each.id,
            index < MOST_TRIALS
              ? await this.one(laidOut, each, options)
              : notTried(
                  toMessage('switchTrial', {
                    id: 'tooManySwitches',
                    parameters: { tried: MOST_TRIALS },
                  }),
                ),
          );
        }),
      ),
    );
  }

  private async one(
    laidOut: LaidOutTarget,
    flipped: SourceSwitch,
    { signal, tools }: { tools: FoundTools; signal?: AbortSignal },
  ): Promise<TriedSwitch> {
    const { trial: change } = flipped;
    if (!change) {
      return notTried(
        toMessage('switchTrial', { id: 'setElsewhere', parameters: {} }),
      );
    }
    const key = `${tools.profile.id} ${renderingDigest(
      laidOut,
    )} ${renderingDigest(laidOut, change)}`;
    const known = this.known.get(key);
    if (known) {
      return known;
    }
    let tried: TriedSwitch;
    try {
      const { changes } = await compareVariants(
        await renderVariants(laidOut, tools, {
          renderings: this.renderings,
          change,
          signal,
        }),
        { signal },
      );
      tried = {
        trial:
          changes.length > 0
            ? { state: 'changes' }
            : {
                state: 'same',
                message: whyUnchanged(flipped, tools.profile),
              },
        moved: new Set(
          changes.flatMap(each =>
            each.change === 'kind-changed' ? [workloadName(each.before)] : [],
          ),
        ),
      };
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      // The renderings know for how long this holds.
      return {
        trial: {
          state: 'failed',
          message: toMessage('switchTrial', {
            id: 'doesNotRender',
            parameters: { said: saidBy(error) },
          }),
        },
        moved: new Set(),
      };
    }
    this.known.set(key, tried);
    return tried;
  }
}

/** What a failed rendering says, without that it failed. */
function saidBy(error: InputError): string | Reason {
  const problem = problemOf(error);
  switch (problem.id) {
    case 'cannotPreview':
      return problem.parameters.because;
    case 'renderFailed':
    case 'renderFailedWithChange':
      return problem.parameters.message;
    default:
      return error.message;
  }
}

/** Namespace and name of a workload, whatever its kind. */
export function workloadName({ metadata }: Manifest): string {
  return JSON.stringify([metadata.namespace, metadata.name]);
}

function notTried(message: SwitchTrialMessage): TriedSwitch {
  return {
    trial: { state: 'not-tried', message },
    moved: new Set(),
  };
}
