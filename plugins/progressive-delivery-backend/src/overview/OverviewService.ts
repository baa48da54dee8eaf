import { createHash, randomUUID } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isError, toError } from '@backstage/errors';
import {
  DeliveryTargetSummary,
  problemSchema,
  TargetsResponse,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import {
  DeliveryTarget,
  problemOf,
  TargetDescription,
  TimeSlices,
  unreadDescription,
  VariantService,
} from '@progressive-delivery/engine';
import { ClusterProxy } from '../clusters/ClusterProxy';
import { ClusterCaller } from '../clusters/ClusterService';
import { ArgoCdConfig, SwitchedFeatures } from '../config';
import {
  LiveWorkload,
  LiveWorkloads,
  RolloutService,
} from '../rollouts/live/RolloutService';
import { ownsSwitch } from '../targets/access/switchIds';
import { applicationState } from '../targets/applications/applicationState';
import { applicationUrl } from '../targets/applications/applicationUrl';
import { TargetService } from '../targets/TargetService';
import { visibleTexts } from '../visibleTexts';
import { EventualAnswer, EventualAnswers } from './EventualAnswers';
import { SyncedCommits } from './SyncedCommits';

/** Milliseconds after which a page is told what is known. */
const PATIENCE = 700;
/** Milliseconds that reading and rendering a target may take in all, its trials included. */
const LONGEST = 10 * 60_000;
/** Targets that are read and rendered at the same time; their files are in memory meanwhile. */
const MOST_UNDERWAY = 50;

export interface OverviewServiceOptions {
  targets: Pick<TargetService, 'resolve'>;
  variants: Pick<VariantService, 'describe'>;
  rollouts: Pick<RolloutService, 'liveWorkloads'>;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  commits: Pick<SyncedCommits, 'of'>;
  config: SwitchedFeatures & { argocd: Pick<ArgoCdConfig, 'name' | 'url'>[] };
}

/** Where an entity is delivered to: what Git asks for beside what runs. */
export class OverviewService {
  static create(options: OverviewServiceOptions): OverviewService {
    return new OverviewService(options);
  }

  private readonly descriptions = EventualAnswers.create<TargetDescription>({
    longest: LONGEST,
    most: MOST_UNDERWAY,
  });
  private readonly live = EventualAnswers.create<LiveWorkloads>({
    longest: LONGEST,
    most: MOST_UNDERWAY,
  });

  private constructor(private readonly options: OverviewServiceOptions) {}

  /**
   * Answers soon, with what is known; each target says whether that is all. One that cannot be read does not hide the
   * others: what went wrong is one of its problems.
   *
   * @param wait - answer only when all is known
   */
  async list(
    entity: Entity,
    { wait, ...caller }: ClusterCaller & { wait?: boolean } = {},
  ): Promise<TargetsResponse> {
    const { targets, unusable } = await this.options.targets.resolve(entity);
    const entityRef = stringifyEntityRef(entity);
    const asked: AnswerKeys[] = [];
    const slices = TimeSlices.create();
    for (const target of targets) {
      await slices.next(caller.signal);
      asked.push(answerKeys(target, entityRef));
    }
    return {
      targets: await Promise.all(
        targets.map((target, index) =>
          this.summarize(target, {
            asked: asked[index],
            caller,
            patience: wait ? LONGEST : PATIENCE,
          }),
        ),
      ),
      unusable,
    };
  }

  private async summarize(
    target: DeliveryTarget,
    {
      asked,
      caller,
      patience,
    }: { asked: AnswerKeys; caller: ClusterCaller; patience: number },
  ): Promise<DeliveryTargetSummary> {
    const { authProvider, shared } = await this.asked(target, caller.signal);
    const [syncs, description, live] = await Promise.all([
      target.kind === 'application'
        ? this.options.commits.of(target)
        : undefined,
      this.describe(target, asked, patience),
      this.liveWorkloads(
        target,
        // What somebody sees with a token of their own is theirs alone.
        shared ? asked : ownAnswer(),
        { caller, patience },
      ),
    ]);
    const owned = (id: string) => ownsSwitch(target, id);
    return {
      id: target.id,
      title: target.title,
      destination: { ...target.destination, authProvider },
      application:
        target.kind === 'application'
          ? {
              ...applicationState(target),
              syncs,
              url: applicationUrl(target, this.options.config.argocd),
            }
          : undefined,
      sources: description.sources,
      switches: description.switches.map(each => ({
        ...each,
        owned: owned(each.id),
      })),
      workloads: mergeWorkloads(
        description.workloads,
        live.value?.workloads ?? [],
        owned,
      ),
      rendering: description.rendering,
      live: { state: liveState(live) },
      enabled: {
        proposals: this.options.config.proposals.enabled,
        actions: this.options.config.actions.enabled,
      },
      // What runs is told with its own problems by the route for rollouts.
      problems: z
        .array(problemSchema)
        .parse(
          visibleTexts([...(target.problems ?? []), ...description.problems]),
        ),
    };
  }

  /** Whose token a target's cluster is asked with, and so whether what it says may be told to others. */
  private async asked(
    { destination: { cluster } }: DeliveryTarget,
    signal?: AbortSignal,
  ): Promise<{ authProvider?: string; shared: boolean }> {
    if (cluster === undefined) {
      return { shared: true };
    }
    try {
      const credentials = await this.options.proxy.credentialsOf(cluster, {
        signal,
      });
      return credentials.of === 'user'
        ? { authProvider: credentials.provider, shared: false }
        : { shared: true };
    } catch (error) {
      if (isError(error) && error.name === 'ServiceUnavailableError') {
        // What runs says so itself, and Git can be read all the same. By then the answer may be one to a user's token.
        return { shared: false };
      }
      throw error;
    }
  }

  private async describe(
    target: DeliveryTarget,
    asked: AnswerKeys,
    patience: number,
  ): Promise<TargetDescription> {
    const unread = unreadDescription(target);
    try {
      const { state, value = unread } = await this.descriptions.ask(
        asked,
        patience,
        options => this.options.variants.describe(target, options),
      );
      return state === 'pending'
        ? { ...value, rendering: { state: 'pending' } }
        : value;
    } catch (error) {
      return {
        ...unread,
        rendering: { state: 'failed' },
        problems: [problemOf(toError(error), 'gitUnreadable')],
      };
    }
  }

  private async liveWorkloads(
    target: DeliveryTarget,
    asked: AnswerKeys,
    { caller, patience }: { caller: ClusterCaller; patience: number },
  ): Promise<EventualAnswer<LiveWorkloads>> {
    return this.live.ask(asked, patience, ({ signal }) =>
      this.options.rollouts.liveWorkloads(target, { ...caller, signal }),
    );
  }
}

function liveState(
  live: EventualAnswer<LiveWorkloads>,
): DeliveryTargetSummary['live']['state'] {
  return live.state === 'done' && live.value.problems.length > 0
    ? 'incomplete'
    : live.state;
}

interface AnswerKeys {
  key: string;
  subject: string;
}

/** All that decides what is told of a target, whom it may be told to among it; and what of that no sync changes. */
function answerKeys(target: DeliveryTarget, entityRef: string): AnswerKeys {
  const { problems: _, ...rest } = target;
  if (rest.kind === 'overlay') {
    const key = digestOf([entityRef, rest]);
    return { key, subject: key };
  }
  const { application, ...others } = rest;
  const { metadata, spec, status } = application;
  const subject = digestOf([entityRef, others, spec]);
  return { key: digestOf([subject, metadata, status?.resources]), subject };
}

/** An Application may be of a megabyte, and these are kept. */
function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}

/** Shared with nobody. */
function ownAnswer(): AnswerKeys {
  const key = randomUUID();
  return { key, subject: key };
}

/**
 * What Git renders and what runs, as one list by name. Of the switches that move a workload the one is named that the
 * entity owns, and of these the most specific.
 */
function mergeWorkloads(
  inGit: TargetDescription['workloads'],
  live: LiveWorkload[],
  owned: (switchId: string) => boolean,
): Workload[] {
  const workloads = new Map<string, Workload>();
  for (const { namespace, name, kind, switches } of inGit) {
    workloads.set(`${namespace}/${name}`, {
      namespace,
      name,
      kindInGit: kind,
      kindsLive: [],
      switch: switches.find(owned) ?? switches[0],
    });
  }
  for (const { namespace, name, kinds } of live) {
    const key = `${namespace}/${name}`;
    workloads.set(key, {
      ...(workloads.get(key) ?? { namespace, name }),
      kindsLive: kinds,
    });
  }
  return Array.from(workloads.values()).sort((a, b) =>
    `${a.namespace}/${a.name}`.localeCompare(`${b.namespace}/${b.name}`),
  );
}
