import { Entity } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import {
  DeliveryTargetSummary,
  TargetsResponse,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ClusterProxy } from '../clusters/ClusterProxy';
import { ClusterCaller } from '../clusters/ClusterService';
import { ProgressiveDeliveryConfig } from '../config';
import { LiveWorkload, RolloutService } from '../rollouts/live/RolloutService';
import { applicationState } from '../targets/applications/applicationState';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { TargetService } from '../targets/TargetService';
import { TargetDescription, VariantService } from '../variants/VariantService';

export interface OverviewServiceOptions {
  targets: Pick<TargetService, 'resolve'>;
  variants: Pick<VariantService, 'describe'>;
  rollouts: Pick<RolloutService, 'liveWorkloads'>;
  proxy: Pick<ClusterProxy, 'credentialsOf'>;
  config: Pick<ProgressiveDeliveryConfig, 'actions' | 'proposals'>;
}

/** Where an entity is delivered to: what Git asks for beside what runs. */
export class OverviewService {
  static create(options: OverviewServiceOptions): OverviewService {
    return new OverviewService(options);
  }

  private constructor(private readonly options: OverviewServiceOptions) {}

  /** One target that cannot be read does not hide the others: what went wrong is one of its problems. */
  async list(
    entity: Entity,
    caller: ClusterCaller = {},
  ): Promise<TargetsResponse> {
    const { targets, unusable } = await this.options.targets.resolve(entity);
    return {
      targets: await Promise.all(
        targets.map(target => this.summarize(target, caller)),
      ),
      unusable,
    };
  }

  private async summarize(
    target: DeliveryTarget,
    caller: ClusterCaller,
  ): Promise<DeliveryTargetSummary> {
    const [inGit, live, authProvider] = await Promise.all([
      this.describe(target, caller.signal),
      this.options.rollouts.liveWorkloads(target, caller),
      this.authProvider(target, caller.signal),
    ]);
    const { description } = inGit;
    const owned = (id: string) => target.ownedSwitches?.includes(id) ?? true;
    return {
      id: target.id,
      title: target.title,
      destination: { ...target.destination, authProvider },
      application:
        target.kind === 'application' ? applicationState(target) : undefined,
      sources:
        description?.sources ??
        target.sources.map(({ repository, revision, path }) => ({
          repository,
          revision,
          path,
        })),
      switches: (description?.switches ?? []).map(each => ({
        ...each,
        owned: owned(each.id),
      })),
      workloads: mergeWorkloads(
        description?.workloads ?? [],
        live.workloads,
        owned,
      ),
      enabled: {
        proposals: this.options.config.proposals.enabled,
        actions: this.options.config.actions.enabled,
      },
      // What runs is told with its own problems by the route for rollouts.
      problems: [...(target.problems ?? []), ...inGit.problems],
    };
  }

  private async authProvider(
    { destination: { cluster } }: DeliveryTarget,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const credentials =
      cluster && (await this.options.proxy.credentialsOf(cluster, { signal }));
    return credentials && credentials.of === 'user'
      ? credentials.provider
      : undefined;
  }

  private async describe(
    target: DeliveryTarget,
    signal?: AbortSignal,
  ): Promise<{ description?: TargetDescription; problems: string[] }> {
    try {
      const description = await this.options.variants.describe(target, {
        signal,
      });
      return { description, problems: description.problems };
    } catch (error) {
      signal?.throwIfAborted();
      return { problems: [new ForwardedError('Git', error).message] };
    }
  }
}

/**
 * What Git renders and what runs, as one list by name. Of the switches that move a workload the one is named that the
 * entity owns, and of these the most specific.
 */
export function mergeWorkloads(
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
