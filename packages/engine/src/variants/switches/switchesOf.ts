import {
  ContentOf,
  NotProposable,
  SwitchOrigin,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  holderOf,
  LaidOutSource,
  SourceLayout,
} from '../../overlays/LaidOutSource';
import { Layout } from '../../git/trees/Layout';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { ReadSwitch } from '../../switches/readSwitches';
import { SwitchReader } from '../../switches/SwitchReader';
import { formatSwitchPath, SwitchPath } from '../../switches/switchPath';
import { sourceName } from '../../targets/applications/deliverySource';
import { DeliverySource } from '../../targets/applications/DeliveryTarget';
import { chartValues, textOf } from './chartValues';
import { RenderingChange } from '../rendering/TargetLayouts';
import { withInlineValue } from './withInlineValue';

/** The edit that flips a switch. */
export interface SwitchEdit {
  repository: string;
  branch: string;
  commit: string;
  /** From the repository's root. */
  file: string;
  path: string;
  before: string;
  after: string;
}

/** A switch of a delivery target, and the edit that flips it. */
export interface SourceSwitch {
  id: string;
  laidOut: LaidOutSource;
  chart: OverlayChart;
  path: SwitchPath;
  enabled: boolean;
  origin: SwitchOrigin;
  /** Its value where that is a text, see {@link ReadSwitch}. */
  text?: string;
  /** The values file that an edit changes, and the source that holds it. */
  file?: { path: string; source: DeliverySource };
  /** Values path of the condition by which the chart that reads it is not rendered. */
  disabledBy?: string;
  /** Absent where it cannot be proposed. */
  edit?: SwitchEdit;
  /** Why it cannot be proposed. */
  notProposable?: NotProposable;
  /** What is rendered to see what it moves; absent where that cannot be seen without a change elsewhere. */
  trial?: RenderingChange;
}

/**
 * The switches of all charts of a target. Where several charts have switches, the chart's name comes before the path,
 * with a number where several have the same name.
 *
 * @param options.helm - the version that renders; without it, files of several documents are refused
 * @throws InputError where a values file cannot be read
 */
export async function switchesOf(
  sources: LaidOutSource[],
  reader: SwitchReader,
  { helm, signal }: { helm: string | undefined; signal?: AbortSignal },
): Promise<SourceSwitch[]> {
  const read = await Promise.all(
    sources.flatMap(source =>
      source.overlay.charts.map(async chart => ({
        source,
        chart,
        switches: await reader.switchesOf(chartValues(source, chart, helm), {
          signal,
        }),
      })),
    ),
  );
  const found = read.filter(({ switches }) => switches.length > 0);
  const names = new Map<string, number>();
  return found.flatMap(({ source, chart, switches }) => {
    const number = (names.get(chart.name) ?? 0) + 1;
    names.set(chart.name, number);
    const name = number === 1 ? chart.name : `${chart.name}-${number}`;
    return switches.map(each => {
      const path = formatSwitchPath(each.path);
      const holder = holderOf(source, each.file ?? {});
      return {
        id: found.length > 1 ? `${name}:${path}` : path,
        laidOut: source,
        chart,
        path: each.path,
        enabled: each.enabled,
        origin: each.origin,
        text: each.text,
        disabledBy: each.disabledBy,
        file: each.file && { path: each.file.path, source: holder.source },
        ...flip(holder, chart, each, enabled =>
          probe(source, chart, each.path, enabled),
        ),
      };
    });
  });
}

/** The edit that flips a switch, or why there is none. */
function flip(
  holder: SourceLayout,
  { unreadFile }: OverlayChart,
  { enabled, file, flipped, path, shadowedBy }: ReadSwitch,
  tryOut: (enabled: boolean) => RenderingChange | undefined,
): Pick<SourceSwitch, 'edit' | 'notProposable' | 'trial'> {
  const valuesPath = formatSwitchPath(path);
  const refused = (because: ContentOf<NotProposable>) => ({
    notProposable: toMessage('notProposable', because),
    trial: tryOut(!enabled),
  });
  if (shadowedBy) {
    const { field, owner } = shadowedBy;
    return refused(
      field === undefined
        ? {
            id: 'setInEncryptedFile',
            parameters: { file: owner, path: valuesPath },
          }
        : {
            id: 'setElsewhere',
            parameters: { field, owner, path: valuesPath },
          },
    );
  }
  if (!file || !flipped) {
    return refused(
      unreadFile
        ? {
            id: 'valuesFileNotRead',
            parameters: {
              file: unreadFile.path,
              field: unreadFile.field,
              owner: unreadFile.owner,
              path: valuesPath,
            },
          }
        : { id: 'noValuesFile', parameters: {} },
    );
  }
  if (flipped.state === 'refused') {
    return refused({
      id: 'notEditable',
      parameters: {
        file: file.path,
        path: valuesPath,
        because: flipped.because,
      },
    });
  }
  const { layout, source } = holder;
  if (source.chart) {
    return refused({
      id: 'inFetchedChart',
      parameters: {
        file: file.path,
        repository: source.chart.repository,
        path: valuesPath,
      },
    });
  }
  const edit = {
    repository: layout.repository,
    commit: layout.commit,
    file: file.path,
    path: valuesPath,
    before: flipped.before,
    after: flipped.after,
  };
  const trial: RenderingChange = { kind: 'edit', edit };
  return layout.branch
    ? { edit: { ...edit, branch: layout.branch }, trial }
    : {
        notProposable: toMessage('notProposable', pinned(layout, source)),
        trial,
      };
}

/** Where the revision stands, and what it is. */
function pinned(
  { commit, tag }: Layout,
  { field, owner, repository, revision }: DeliverySource,
): ContentOf<NotProposable> {
  const at = { revision, commit: commit.slice(0, 8) };
  const versions =
    tag === undefined || [tag, `refs/tags/${tag}`].includes(revision)
      ? undefined
      : { ...at, tag };
  if (field === undefined) {
    return versions
      ? { id: 'overlayPinnedToVersions', parameters: versions }
      : { id: 'overlayPinned', parameters: at };
  }
  const place = {
    field: `${field}.targetRevision`,
    owner: owner ?? sourceName({ field, repository }),
  };
  return versions
    ? { id: 'pinnedToVersions', parameters: { ...versions, ...place } }
    : { id: 'pinned', parameters: { ...at, ...place } };
}

/** What shows what a switch moves, whatever sets it: a value that wins over all files and is nowhere committed. */
function probe(
  source: LaidOutSource,
  { namedBy }: OverlayChart,
  path: SwitchPath,
  enabled: boolean,
): RenderingChange | undefined {
  if (source.overlay.kind === 'helm') {
    return {
      kind: 'probe',
      source,
      probe: { path: formatSwitchPath(path), enabled },
    };
  }
  if (!namedBy) {
    return undefined;
  }
  const { layout } = source;
  const after = withInlineValue(
    textOf(layout, namedBy.file),
    namedBy,
    path,
    enabled,
  );
  return after === undefined
    ? undefined
    : {
        kind: 'edit',
        edit: {
          repository: layout.repository,
          commit: layout.commit,
          file: namedBy.file,
          after,
        },
      };
}
