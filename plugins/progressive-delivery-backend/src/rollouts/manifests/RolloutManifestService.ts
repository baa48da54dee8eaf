import {
  assertError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  Problem,
  RolloutManifest,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  dumpYaml,
  errorOf,
  isLarge,
  Manifest,
  Masker,
  problemError,
  problemOf,
  VariantService,
  wholeLines,
} from '@progressive-delivery/engine';
import { ClusterCaller, ClusterService } from '../../clusters/ClusterService';
import { namespacesOf } from '../live/findLive';
import { belongsTo } from '../objects/namedWorkloads';
import { liveManifest, liveRolloutSchema } from './liveManifest';

/** How long Git and a rendering are waited for: who asks for what runs is in a hurry. */
const PATIENCE_SECONDS = 10;

/** Characters that are shown. */
const MOST_CHARACTERS = 512 * 1024;

export interface RolloutManifestServiceOptions {
  clusters: Pick<ClusterService, 'list'>;
  /** Tells what the Secrets of a target hold. */
  variants: Pick<VariantService, 'describe' | 'render'>;
}

interface RolloutName {
  namespace: string;
  name: string;
}

/**
 * Shows Rollouts as their cluster has them, masked as comparisons are: by what the Secrets hold that the target renders to,
 * and where that cannot be told, as for those who may not see values. Whoever calls must have authorized the person.
 */
export class RolloutManifestService {
  static create(
    options: RolloutManifestServiceOptions,
  ): RolloutManifestService {
    return new RolloutManifestService(options);
  }

  private constructor(
    private readonly options: RolloutManifestServiceOptions,
  ) {}

  /**
   * @param options.values - whether the caller has the permission `progressive-delivery.comparison.values.read`
   * @throws NotFoundError where the target has no such Rollout
   * @throws ServiceUnavailableError where the cluster, or what belongs to the target, cannot be asked
   */
  async show(
    target: DeliveryTarget,
    rollout: RolloutName,
    { values, ...caller }: ClusterCaller & { values: boolean },
  ): Promise<RolloutManifest> {
    const manifest = await this.read(target, rollout, caller);
    const observedAt = new Date().toISOString();
    const rendered = await this.render(target, caller.signal);
    const shown = values && 'manifests' in rendered;
    const about = {
      observedAt,
      masked: !shown,
      ...(values && !shown && { notRendered: rendered.problem }),
    };
    if (isLarge(manifest)) {
      return { ...about, yaml: '', shortened: true };
    }
    const masker = await Masker.create(rendered.manifests ?? [], {
      values: shown,
      signal: caller.signal,
    });
    const { shortened, text } = wholeLines(
      dumpYaml(await masker.document(manifest, caller)),
      MOST_CHARACTERS,
    );
    return { ...about, yaml: text, shortened };
  }

  private async read(
    target: DeliveryTarget,
    { name, namespace }: RolloutName,
    caller: ClusterCaller,
  ): Promise<Manifest> {
    const { namespaces, problems } = await namespacesOf(target, {
      variants: this.options.variants,
      caller,
    });
    const place = namespaces.find(each => each.place.namespace === namespace);
    const named = place?.named.find(
      each => each.kind === 'Rollout' && each.name === name,
    );
    if (!place || !named) {
      const [problem] = problems;
      throw problem
        ? errorOf(ServiceUnavailableError, problem)
        : notThere(target, { name, namespace });
    }
    // A list of one is what an account needs anyway that may only read.
    const { objects } = await this.options.clusters.list(
      { ...place.place, resource: 'rollouts', only: name },
      liveRolloutSchema,
      caller,
    );
    const object = objects.find(({ metadata }) => metadata.name === name);
    if (!object || !belongsTo(place.instanceName, named, object)) {
      throw notThere(target, { name, namespace });
    }
    return liveManifest(object);
  }

  private async render(
    target: DeliveryTarget,
    signal: AbortSignal | undefined,
  ): Promise<
    | { manifests: Manifest[]; problem?: undefined }
    | { manifests?: undefined; problem: Problem }
  > {
    const patience = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
    try {
      const manifests = await this.options.variants.render(target, {
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
      return { manifests };
    } catch (error) {
      signal?.throwIfAborted();
      if (patience.aborted) {
        return {
          problem: toMessage('problem', {
            id: 'renderingTooSlow',
            parameters: { seconds: PATIENCE_SECONDS },
          }),
        };
      }
      assertError(error);
      return { problem: problemOf(error) };
    }
  }
}

function notThere(
  { title }: DeliveryTarget,
  { name, namespace }: RolloutName,
): Error {
  return problemError(NotFoundError, {
    id: 'rolloutNotOfTarget',
    parameters: { target: title, name, namespace },
  });
}
