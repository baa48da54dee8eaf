import { setTimeout } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import {
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { LRUCache } from 'lru-cache';
import { CapabilitiesOfClusters } from '../../clusters/Capabilities';
import { problemError } from '../../errors/problemError';
import { kustomizeSteps } from '../../overlays/kustomize/kustomizeSteps';
import { SharedWork } from '../../processes/SharedWork';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { bytesOf } from '../manifests/ManifestReader';
import { Manifest } from '../manifests/manifests';
import { Renderer } from './Renderer';
import { defaultRenderLimits, RenderLimits } from '../../RenderLimits';
import { InspectedTools, ToolCommands } from './inspectTools';
import { FoundTools, RenderTools } from './RenderTools';
import { RenderError } from './RenderError';
import {
  LaidOutTarget,
  releaseNameOf,
  renderingDigest,
  RenderingChange,
} from './TargetLayouts';

/** Bytes of the texts of renderings that are kept. Most documents stand in several of them, and are there once. */
const KEPT_BYTES = 64 * 1024 * 1024;

const KEPT_FAILURES = 1_000;
/** Milliseconds for which nobody waits again for what took too long or too much. */
const LIMIT_KEPT = 5 * 60_000;

/** Milliseconds after which a template's clock says something else. */
const ANOTHER_SECOND = 1_100;

export interface TargetRenderingsOptions {
  /** Commands or absolute paths. */
  helm: string;
  /** As {@link ToolCommands} has it. */
  kustomize?: string;
  /** Those of Argo CD installations that have others, by their names. */
  argocdTools?: ReadonlyMap<string, ToolCommands>;
  /** What charts see of a cluster; default: the next two. */
  capabilities?: CapabilitiesOfClusters;
  kubeVersion?: string;
  apiVersions: string[];
  /** Renderings at the same time. */
  concurrency: number;
  /** Default: {@link defaultRenderLimits} */
  limits?: RenderLimits;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Renders all sources of a target. Keyed by what goes into a rendering, so unrelated commits change nothing; what fails
 * is remembered as what succeeds is.
 */
export class TargetRenderings {
  static create(options: TargetRenderingsOptions): TargetRenderings {
    return new TargetRenderings(options);
  }

  private readonly tools: RenderTools;
  private readonly renderer: Renderer;
  private readonly renderings = new LRUCache<string, Manifest[]>({
    maxSize: KEPT_BYTES,
    sizeCalculation: manifests => 1 + bytesOf(manifests),
  });
  private readonly failures = new LRUCache<string, InputError>({
    max: KEPT_FAILURES,
  });
  private readonly work = SharedWork.create<Manifest[]>();

  private constructor(private readonly options: TargetRenderingsOptions) {
    const { limits = defaultRenderLimits, kubeVersion } = options;
    this.tools = RenderTools.create({ ...options, kubeVersion });
    this.renderer = Renderer.create({ ...options, limits });
  }

  /** As {@link RenderTools.inspect} */
  async inspectTools(): Promise<InspectedTools[]> {
    return this.tools.inspect();
  }

  /**
   * The tools of a target's Argo CD, and what charts see of its cluster.
   *
   * @throws ServiceUnavailableError where a tool is missing, or the cluster has never answered
   * @throws InputError where the tools cannot work together
   */
  async findTools(
    target: DeliveryTarget,
    { signal }: CallOptions,
  ): Promise<FoundTools> {
    const { cluster } = target.destination;
    const capabilities =
      cluster === undefined
        ? undefined
        : await this.options.capabilities?.of(cluster, { signal });
    return this.tools.find({ argocd: installationOf(target), capabilities });
  }

  /** As {@link RenderTools.helmVersion} */
  async helmVersion(target: DeliveryTarget): Promise<string | undefined> {
    return this.tools.helmVersion(installationOf(target));
  }

  /**
   * All sources, one after the other in the order of the Application.
   *
   * @param options.again - a second time, and in another second than the first: what differs then is not the same each time
   * @throws InputError where one does not render, which says whether it does without the change; the rest of the message
   * is the tool's own
   */
  async render(
    laidOut: LaidOutTarget,
    tools: FoundTools,
    {
      again = false,
      change,
      signal,
    }: CallOptions & { again?: boolean; change?: RenderingChange } = {},
  ): Promise<Manifest[]> {
    const [reason] = laidOut.notRendered;
    if (reason) {
      throw reason;
    }
    const key = `${again ? 'again ' : ''}${tools.profile.id} ${renderingDigest(
      laidOut,
      change,
    )}`;
    const kept = this.renderings.get(key);
    if (kept) {
      return kept;
    }
    const failed = this.failures.get(key);
    if (failed) {
      throw failed;
    }
    return this.work.run(
      key,
      async shared => {
        try {
          if (again) {
            await setTimeout(ANOTHER_SECOND, undefined, { signal: shared });
          }
          const manifests = await this.renderSources(
            laidOut,
            tools,
            change,
            shared,
          );
          this.renderings.set(key, manifests);
          return manifests;
        } catch (error) {
          if (!(error instanceof InputError)) {
            throw error;
          }
          const shown = explained(error, laidOut, change);
          this.failures.set(key, shown, {
            ttl:
              error instanceof RenderError && error.reason === 'limit'
                ? LIMIT_KEPT
                : undefined,
          });
          throw shown;
        }
      },
      signal,
    );
  }

  private async renderSources(
    { sources, target }: LaidOutTarget,
    tools: FoundTools,
    change: RenderingChange | undefined,
    signal: AbortSignal,
  ): Promise<Manifest[]> {
    const rendered = await Promise.all(
      sources.map(each =>
        this.renderer.render(
          {
            ...each,
            queue: target.id,
            edits: change?.kind === 'edit' ? [change.edit] : [],
            probe:
              change?.kind === 'probe' && change.source === each
                ? change.probe
                : undefined,
            releaseName: releaseNameOf(target, each.source),
            namespace: target.destination.namespace,
          },
          tools,
          { signal },
        ),
      ),
    );
    return lastOfEach(rendered.flat(), target);
  }
}

function explained(
  error: InputError,
  laidOut: LaidOutTarget,
  change: RenderingChange | undefined,
): InputError {
  return error instanceof RenderError
    ? problemError(InputError, {
        id: change ? 'renderFailedWithChange' : 'renderFailed',
        parameters: {
          message:
            change && typeof error.said === 'string'
              ? withLostSteps(error.said, laidOut)
              : error.said,
        },
      })
    : error;
}

/** Kustomize names neither the file nor the step that asks for a kind which is no longer there. */
function withLostSteps(
  message: string,
  { sources }: LaidOutTarget,
): Reason | string {
  const steps = sources
    .flatMap(kustomizeSteps)
    .filter(
      ({ kind, target }) =>
        kind === 'replicas' ||
        (kind === 'named-patch' &&
          ['Deployment', 'Rollout'].includes(target.kind ?? '')),
    )
    .map(({ file, place }) => `${file} (${place})`);
  return steps.length > 0
    ? toMessage('reason', {
        id: 'kustomizeLosesRollout',
        parameters: { message, steps },
      })
    : message;
}

/** Of an object that several sources have, Argo CD applies the last (v3.6 controller DeduplicateTargetObjects). */
function lastOfEach(
  manifests: Manifest[],
  { destination }: DeliveryTarget,
): Manifest[] {
  const identity = ({ apiVersion, kind, metadata }: Manifest) =>
    JSON.stringify([
      apiVersion.split('/').slice(0, -1),
      kind,
      metadata.namespace ?? destination.namespace,
      metadata.name,
    ]);
  const last = new Map<string, Manifest>();
  for (const manifest of manifests) {
    if (manifest.metadata.name !== undefined) {
      last.set(identity(manifest), manifest);
    }
  }
  return manifests.filter(
    manifest =>
      manifest.metadata.name === undefined ||
      last.get(identity(manifest)) === manifest,
  );
}

function installationOf(target: DeliveryTarget): string | undefined {
  return target.kind === 'application' ? target.argocd : undefined;
}
