import { problemOf } from '../errors/problemError';
import { SwitchReader } from '../switches/SwitchReader';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { LaidOutTarget, TargetLayouts } from './rendering/TargetLayouts';
import { TargetRenderings } from './rendering/TargetRenderings';
import { SourceSwitch, switchesOf } from './switches/switchesOf';
import { SwitchTrials, TriedSwitch } from './switches/SwitchTrials';
import {
  failedDescription,
  laidOutDescription,
  renderedDescription,
  TargetDescription,
} from './TargetDescription';

export interface DescribeOptions {
  signal?: AbortSignal;
  /** Is told what is known on the way: the switches first, then what is rendered. */
  onProgress?: (partial: TargetDescription) => void;
}

/** Describes targets as Git has them: their switches, what they render to, and what each switch does to that. */
export class TargetDescriber {
  static create(options: {
    layouts: TargetLayouts;
    renderings: TargetRenderings;
    switchReader: SwitchReader;
  }): TargetDescriber {
    return new TargetDescriber(options);
  }

  private readonly trials: SwitchTrials;

  private constructor(
    private readonly options: {
      layouts: TargetLayouts;
      renderings: TargetRenderings;
      switchReader: SwitchReader;
    },
  ) {
    this.trials = SwitchTrials.create(options);
  }

  /**
   * What is known without rendering anything.
   *
   * @throws as {@link TargetDescriber.describe}
   */
  async outline(
    target: DeliveryTarget,
    { signal }: Pick<DescribeOptions, 'signal'>,
  ): Promise<TargetDescription> {
    return outlineOf(await this.read(target, { signal }));
  }

  /** @throws InputError, NotFoundError, NotAllowedError where a source cannot be read */
  async describe(
    target: DeliveryTarget,
    options: DescribeOptions,
  ): Promise<TargetDescription> {
    const { signal } = options;
    const read = await this.read(target, { signal });
    const { description, laidOut, switches } = read;
    if (laidOut.notRendered.length > 0) {
      return outlineOf(read);
    }
    options.onProgress?.(description);
    try {
      return await this.render(laidOut, switches, description, options);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error)) {
        throw error;
      }
      return failedDescription(description, [problemOf(error)]);
    }
  }

  /**
   * The files of a target's sources, and the switches in them.
   *
   * @throws as {@link TargetDescriber.describe}
   */
  async read(
    target: DeliveryTarget,
    { signal }: Pick<DescribeOptions, 'signal'>,
  ) {
    const { layouts, renderings, switchReader } = this.options;
    const laidOut = await layouts.layOut(target, { signal });
    const switches = await switchesOf(laidOut.sources, switchReader, {
      helm: await renderings.helmVersion(target),
      signal,
    });
    return {
      laidOut,
      switches,
      description: laidOutDescription(laidOut, switches),
    };
  }

  private async render(
    laidOut: LaidOutTarget,
    switches: SourceSwitch[],
    description: TargetDescription,
    { onProgress, signal }: DescribeOptions,
  ): Promise<TargetDescription> {
    const { renderings } = this.options;
    const tools = await renderings.findTools(laidOut.target, { signal });
    const now = await renderings.render(laidOut, tools, { signal });
    const specificFirst = [...switches].sort(
      (a, b) => b.path.length - a.path.length,
    );
    const tried = new Map<string, TriedSwitch>();
    const known = () =>
      renderedDescription(
        description,
        laidOut,
        now,
        new Map(
          specificFirst.flatMap(({ id }) => {
            const each = tried.get(id);
            return each ? [[id, each]] : [];
          }),
        ),
      );
    onProgress?.(known());
    await this.trials.all(laidOut, {
      tools,
      switches: specificFirst,
      signal,
      onTried: (id, each) => {
        tried.set(id, each);
        onProgress?.(known());
      },
    });
    return known();
  }
}

/** What is known before anything is rendered, and what cannot be. */
function outlineOf({
  description,
  laidOut: { notRendered },
}: {
  description: TargetDescription;
  laidOut: LaidOutTarget;
}): TargetDescription {
  return notRendered.length === 0
    ? description
    : failedDescription(
        description,
        notRendered.map(error => problemOf(error)),
      );
}
