import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { cannotPreview } from '../../cannotPreview';
import { Repositories } from '../../git/trees/Repositories';
import { ChartLayouts } from '../../overlays/charts/ChartLayouts';
import { LaidOutSource } from '../../overlays/LaidOutSource';
import { layOutSource } from '../../overlays/layOutSource';
import { BuildSubject } from '../../overlays/sources/BuildEnvironment';
import {
  DeliverySource,
  DeliveryTarget,
} from '../../targets/applications/DeliveryTarget';
import { FileEdit } from './RenderCheckout';
import { ValueProbe } from './renderChart';

/** Options that a kustomization is built with where no Argo CD says others. */
const DEFAULT_BUILD_OPTIONS = ['--enable-helm'];

export interface TargetLayoutsOptions {
  repositories: Repositories;
  charts: ChartLayouts;
}

/** The files of a target's sources. */
export interface LaidOutTarget {
  target: DeliveryTarget;
  /** Those that could be laid out, in the order of the Application. */
  sources: LaidOutSource[];
  /** The others, and why they could not. */
  notLaidOut: { source: DeliverySource; because: InputError }[];
  /** Why the target cannot be rendered as a whole. */
  notRendered: InputError[];
}

/** What is other than in Git. */
export type RenderingChange =
  | { kind: 'edit'; edit: FileEdit }
  | { kind: 'probe'; source: LaidOutSource; probe: ValueProbe };

/** Lays out all sources of a target. */
export class TargetLayouts {
  static create(options: TargetLayoutsOptions): TargetLayouts {
    return new TargetLayouts(options);
  }

  private constructor(private readonly options: TargetLayoutsOptions) {}

  /**
   * Lays out what can be: a source that cannot be previewed does not hide the switches of the others.
   *
   * @throws NotFoundError, NotAllowedError where a repository cannot be read
   */
  async layOut(
    target: DeliveryTarget,
    { signal }: { signal?: AbortSignal },
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
            return { source, because: cannotPreview(source.unreadable) };
          }
          try {
            return await layOutSource(source, options);
          } catch (error) {
            if (error instanceof InputError) {
              return { source, because: error };
            }
            throw error;
          }
        }),
    );
    const sources: LaidOutSource[] = [];
    const notLaidOut: LaidOutTarget['notLaidOut'] = [];
    const notRendered: InputError[] = [];
    for (const result of results) {
      if ('because' in result) {
        notLaidOut.push(result);
        notRendered.push(result.because);
      } else {
        sources.push(result);
        notRendered.push(
          ...result.overlay.notRendered.map(reason => cannotPreview(reason)),
        );
      }
    }
    return { target, sources, notLaidOut, notRendered };
  }
}

/** Over all that goes into a rendering but the tools. */
export function renderingDigest(
  { sources, target }: LaidOutTarget,
  change?: RenderingChange,
): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        applicationName(target),
        target.destination.namespace,
        sources.map(({ layout, overlay, refLayouts, source }) => {
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

/** What the release of a source is called unless that says otherwise. */
export function releaseNameOf(
  target: DeliveryTarget,
  { path }: DeliverySource,
): string {
  return applicationName(target) ?? (path.split('/').at(-1) || target.id);
}

function applicationName(target: DeliveryTarget): string | undefined {
  return target.kind === 'application'
    ? target.application.metadata.name
    : undefined;
}
