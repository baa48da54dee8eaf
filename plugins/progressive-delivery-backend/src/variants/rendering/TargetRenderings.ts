import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { ClusterCapabilities } from '../../clusters/ClusterCapabilities';
import { SharedWork } from '../../processes/SharedWork';
import { BuildSubject } from '../../overlays/sources/BuildEnvironment';
import { cannotPreview } from '../../cannotPreview';
import { ChartLayouts } from '../../overlays/charts/ChartLayouts';
import { LaidOutSource, layOutSource } from '../../overlays/layOutSource';
import { RepositoryService } from '../../git/RepositoryService';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { bytesOf } from '../manifests/ManifestReader';
import { Manifest } from '../manifests/manifests';
import { FileEdit } from './RenderCheckout';
import { ValueProbe } from './renderChart';
import { Renderer } from './Renderer';
import { defaultRenderLimits, RenderLimits } from '../../RenderLimits';
import { FoundTools, RenderTools, ToolCommands } from './RenderTools';

/** Bytes of the texts of renderings that are kept. Most documents stand in several of them, and are there once. */
const KEPT_BYTES = 64 * 1024 * 1024;

export interface TargetRenderingsOptions {
  repositories: RepositoryService;
  charts: ChartLayouts;
  /** Commands or absolute paths. */
  helm: string;
  kustomize: string;
  /** Those of Argo CD installations that have others, by their names. */
  argocdTools?: ReadonlyMap<string, ToolCommands>;
  /** What charts see of a cluster; default: the next two. */
  capabilities?: Pick<ClusterCapabilities, 'of'>;
  kubeVersion?: string;
  apiVersions: string[];
  /** Renderings at the same time. */
  concurrency: number;
  /** Default: {@link defaultRenderLimits} */
  limits?: RenderLimits;
}

/** The files of a target's sources. */
export interface LaidOutTarget {
  target: DeliveryTarget;
  /** Those that could be laid out, in the order of the Application. */
  sources: LaidOutSource[];
  /** Why the target cannot be rendered as a whole, each a sentence. */
  notRendered: string[];
}

/** What is other than in Git. */
export type RenderingChange =
  | { kind: 'edit'; edit: FileEdit }
  | { kind: 'probe'; source: LaidOutSource; probe: ValueProbe };

interface CallOptions {
  signal?: AbortSignal;
}

/** Options that a kustomization is built with where no Argo CD says others. */
const DEFAULT_BUILD_OPTIONS = ['--enable-helm'];

/** Renders all sources of a target. Keyed by what goes into a rendering, so unrelated commits change nothing. */
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
  private readonly work = SharedWork.create<Manifest[]>();

  private constructor(private readonly options: TargetRenderingsOptions) {
    const { limits = defaultRenderLimits, kubeVersion } = options;
    this.tools = RenderTools.create({ ...options, kubeVersion });
    this.renderer = Renderer.create({ ...options, limits });
  }

  /** As {@link RenderTools.check} */
  async checkTools(): Promise<string[]> {
    return this.tools.check();
  }

  /**
   * The tools of a target's Argo CD, and what charts see of its cluster.
   *
   * @throws ServiceUnavailableError where a tool is missing, or the cluster has never answered
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
    return this.tools.find({
      argocd: target.kind === 'application' ? target.argocd : undefined,
      capabilities,
    });
  }

  /**
   * Lays out what can be: a source that cannot be previewed does not hide the switches of the others.
   *
   * @throws NotFoundError, NotAllowedError where a repository cannot be read
   */
  async layOut(
    target: DeliveryTarget,
    { signal }: CallOptions,
  ): Promise<LaidOutTarget> {
    const { charts, repositories } = this.options;
    const options = {
      repositories,
      charts,
      permitsCharts: target.permitsCharts,
      signal,
      subject: buildSubject(target),
      refSources: target.sources.filter(({ ref }) => ref !== undefined),
    };
    const results = await Promise.all(
      target.sources
        .filter(({ refOnly }) => !refOnly)
        .map(async source => {
          if (source.unreadable) {
            return cannotPreview(source.unreadable);
          }
          try {
            return await layOutSource(source, options);
          } catch (error) {
            if (error instanceof InputError) {
              return error;
            }
            throw error;
          }
        }),
    );
    const sources: LaidOutSource[] = [];
    const notRendered: string[] = [];
    for (const result of results) {
      if (result instanceof InputError) {
        notRendered.push(result.message);
      } else {
        sources.push(result);
        notRendered.push(
          ...result.overlay.notRendered.map(
            reason => cannotPreview(reason).message,
          ),
        );
      }
    }
    return { target, sources, notRendered };
  }

  /**
   * All sources, one after the other in the order of the Application.
   *
   * @throws InputError where one does not render; the message is the tool's own
   */
  async render(
    laidOut: LaidOutTarget,
    tools: FoundTools,
    { change, signal }: CallOptions & { change?: RenderingChange } = {},
  ): Promise<Manifest[]> {
    const [reason] = laidOut.notRendered;
    if (reason) {
      throw new InputError(reason);
    }
    const key = `${tools.profile.id} ${this.digest(laidOut, change)}`;
    const kept = this.renderings.get(key);
    if (kept) {
      return kept;
    }
    return this.work.run(
      key,
      async shared => {
        const { target } = laidOut;
        const rendered = await Promise.all(
          laidOut.sources.map(each =>
            this.renderer.render(
              {
                ...each,
                edits: change?.kind === 'edit' ? [change.edit] : [],
                probe:
                  change?.kind === 'probe' && change.source === each
                    ? change.probe
                    : undefined,
                releaseName:
                  applicationName(target) ??
                  (each.source.path.split('/').at(-1) || target.id),
                namespace: target.destination.namespace,
              },
              tools,
              { signal: shared },
            ),
          ),
        );
        const manifests = lastOfEach(rendered.flat(), target);
        this.renderings.set(key, manifests);
        return manifests;
      },
      signal,
    );
  }

  /** Over all that goes into a rendering but the tools. */
  digest({ sources, target }: LaidOutTarget, change?: RenderingChange): string {
    return createHash('sha256')
      .update(
        JSON.stringify([
          applicationName(target),
          target.destination.namespace,
          sources.map(({ layout, refLayouts, overlay, source }) => {
            const { charts: _, notRendered: __, ...rendering } = overlay;
            return [
              layout.repository,
              source.path,
              rendering,
              layout.digest,
              Array.from(refLayouts, ([ref, refSource]) => [
                ref,
                refSource.layout.repository,
                refSource.layout.digest,
              ]),
            ];
          }),
          change && described(change, sources),
        ]),
      )
      .digest('hex');
  }
}

function described(change: RenderingChange, sources: LaidOutSource[]): unknown {
  switch (change.kind) {
    case 'edit':
      return [change.edit.repository, change.edit.file, change.edit.after];
    case 'probe':
      return [sources.indexOf(change.source), change.probe];
    default:
      return change satisfies never;
  }
}

function buildSubject(target: DeliveryTarget): BuildSubject {
  const { namespace } = target.destination;
  switch (target.kind) {
    case 'application': {
      const { project, sources = [] } = target.application.spec;
      return {
        instanceName: target.instanceName,
        project,
        namespace,
        kustomizeBuildOptions: target.kustomizeBuildOptions,
        severalSources: sources.length > 0,
      };
    }
    case 'overlay':
      return {
        instanceName: undefined,
        project: undefined,
        namespace,
        kustomizeBuildOptions: DEFAULT_BUILD_OPTIONS,
        severalSources: false,
      };
    default:
      return target satisfies never;
  }
}

function applicationName(target: DeliveryTarget): string | undefined {
  return target.kind === 'application'
    ? target.application.metadata.name
    : undefined;
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
