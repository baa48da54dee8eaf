import { createHash } from 'node:crypto';
import { chartRepositoryUrl } from '../../charts/repositories/chartRepository';
import { LaidOutSource } from '../../overlays/LaidOutSource';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { LaidOutTarget } from '../../variants/rendering/TargetLayouts';
import { SourceSwitch } from '../../variants/switches/switchesOf';

/** A chart that a target renders. */
export interface FoundChart {
  /** Stays the same as long as it is the same chart in the same place. */
  id: string;
  name: string;
  /** Where a target renders it: a kustomization may do so several times, with other values. */
  uses: { laidOut: LaidOutSource; chart: OverlayChart }[];
  /** Ids of its switches, or those of charts below it. */
  switches: string[];
  place: ChartPlace;
}

/** Where a chart comes from. */
export type ChartPlace =
  | {
      from: 'git';
      repository: string;
      /** From the repository's root. */
      directory: string;
      commit: string;
      /** What a change is merged into; absent for a tag or commit. */
      branch: string | undefined;
      /** As the source says it. */
      revision: string;
    }
  | {
      from: 'helm' | 'registry';
      repository: string;
      /** As the source or the kustomization says it. */
      version: string;
    };

/**
 * The charts of a target, each once. The same chart at another revision is another one: a change goes to one branch.
 *
 * @param switches - those of the target
 */
export function deliveryCharts(
  { sources }: LaidOutTarget,
  switches: readonly SourceSwitch[],
): FoundChart[] {
  const found = new Map<string, FoundChart>();
  for (const laidOut of sources) {
    for (const chart of laidOut.overlay.charts) {
      const place = placeOf(laidOut, chart);
      const key = keyOf(place, chart);
      const known = found.get(key) ?? {
        id: idOf(chart.name, key),
        name: chart.name,
        uses: [],
        switches: [],
        place,
      };
      known.uses.push({ laidOut, chart });
      known.switches.push(
        ...switches.filter(each => each.chart === chart).map(({ id }) => id),
      );
      found.set(key, known);
    }
  }
  return Array.from(found.values());
}

function placeOf(
  { layout, overlay, source }: LaidOutSource,
  { directory }: OverlayChart,
): ChartPlace {
  const wanted = overlay.wanted.find(each => each.place === directory);
  const fetched =
    source.chart ?? (wanted?.from === 'repository' ? wanted : undefined);
  if (fetched) {
    const { repository, version } = fetched;
    const url = chartRepositoryUrl(repository) ?? repository;
    return {
      from: url.startsWith('oci://') ? 'registry' : 'helm',
      repository: url,
      version,
    };
  }
  return {
    from: 'git',
    repository: layout.repository,
    directory,
    commit: layout.commit,
    branch: layout.branch,
    revision: source.revision || 'HEAD',
  };
}

function keyOf(place: ChartPlace, { name }: OverlayChart): string {
  return JSON.stringify(
    place.from === 'git'
      ? [place.repository, place.directory, place.branch ?? place.revision]
      : [place.repository, name, place.version],
  );
}

function idOf(name: string, key: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 10);
  return `${slug || 'chart'}-${hash}`;
}
