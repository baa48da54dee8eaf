import {
  DeliverySource,
  DeliveryTarget,
} from '../targets/applications/DeliveryTarget';
import { cannotPreview } from '../cannotPreview';
import { Repositories } from '../git/trees/Repositories';
import { ChartLayouts } from './charts/ChartLayouts';
import { helmOverlay } from './helmOverlay';
import { LaidOutSource } from './LaidOutSource';
import { overlayFiles } from './overlayFiles';
import { differentCommit, layOutRefs } from './refLayouts';
import { BuildSubject } from './sources/BuildEnvironment';

/** Moved on between two readings of the same repository; the next finds it at rest. */
const ATTEMPTS = 3;

export interface LayOutOptions {
  repositories: Repositories;
  charts: ChartLayouts;
  /** Whether charts may be fetched from a repository; absent where from none. */
  permitsCharts: DeliveryTarget['permitsCharts'];
  subject: BuildSubject;
  /** The Application's sources that have a `ref`. */
  refSources: readonly DeliverySource[];
  signal?: AbortSignal;
}

/**
 * Lays out a source, of the sources that it refers to the files that it names, and the charts that are in no Git
 * repository.
 *
 * @throws InputError "Cannot preview: ..."
 * @throws NotFoundError, NotAllowedError where a repository cannot be read
 */
export async function layOutSource(
  source: DeliverySource,
  options: LayOutOptions,
): Promise<LaidOutSource> {
  const laidOut = await layOutFiles(source, options);
  const { layout, unpacked } = await options.charts.complete(
    laidOut.layout,
    laidOut.overlay.wanted,
    { permits: options.permitsCharts, signal: options.signal },
  );
  return { ...laidOut, layout, unpacked };
}

async function layOutFiles(
  source: DeliverySource,
  options: LayOutOptions,
): Promise<LaidOutSource> {
  const { charts, refSources, repositories, signal, subject } = options;
  const refs = new Set(refSources.flatMap(({ ref }) => (ref ? [ref] : [])));
  for (let attempt = 1; ; attempt++) {
    const selection = overlayFiles(source, { subject, refs });
    const { found, layout } = source.chart
      ? await charts.layOut(source.chart, selection, { signal })
      : await repositories.layOut(source, selection, { signal });
    if (found.kind === 'complete') {
      return { source, overlay: found.overlay, layout, refLayouts: new Map() };
    }
    const refLayouts = await layOutRefs(found.selection, options);
    const moved = differentCommit({ source, layout }, refLayouts);
    if (!moved) {
      return {
        source,
        layout,
        refLayouts,
        overlay: helmOverlay(found, { source, layout, refLayouts }),
      };
    }
    if (moved.sameRevision && attempt < ATTEMPTS) {
      repositories.refresh(source.repository);
    } else {
      throw cannotPreview(moved.because);
    }
  }
}
