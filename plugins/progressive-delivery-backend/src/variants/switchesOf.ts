import { InputError } from '@backstage/errors';
import { SwitchOrigin } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { holderOf, LaidOutSource, Lender } from '../repositories/layOutSource';
import { OverlayChart } from '../repositories/Overlay';
import { ChartSwitch, describeSwitches } from '../switches/describeSwitches';
import { editSwitch } from '../switches/editSwitch';
import { formatSwitchPath, SwitchPath } from '../switches/switchPath';
import { DeliverySource } from '../targets/DeliveryTarget';
import { chartValues, textOf } from './chartValues';
import { RenderingChange } from './TargetRenderings';
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
  path: SwitchPath;
  enabled: boolean;
  origin: SwitchOrigin;
  /** The values file that an edit changes, and the source that holds it. */
  file?: { path: string; source: DeliverySource };
  /** Absent where it cannot be proposed. */
  edit?: SwitchEdit;
  /** Why it cannot be proposed. */
  notProposable?: string;
  /** What is rendered to see what it moves; absent where that cannot be seen without a change elsewhere. */
  trial?: RenderingChange;
}

/**
 * The switches of all charts of a target. Where several charts have switches, the chart's name comes before the path,
 * with a number where several have the same name.
 *
 * @throws InputError where a values file cannot be read
 */
export function switchesOf(sources: LaidOutSource[]): SourceSwitch[] {
  const found = sources
    .flatMap(source =>
      source.overlay.charts.map(chart => ({
        source,
        chart,
        switches: describeSwitches(chartValues(source, chart)),
      })),
    )
    .filter(({ switches }) => switches.length > 0);
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
        path: each.path,
        enabled: each.enabled,
        origin: each.origin,
        file: each.file && { path: each.file.path, source: holder.source },
        ...flip(holder, each, enabled =>
          probe(source, chart, each.path, enabled),
        ),
      };
    });
  });
}

/** The edit that flips a switch, or why there is none. */
function flip(
  holder: Lender,
  { enabled, file, path, shadowedBy }: ChartSwitch,
  tryOut: (enabled: boolean) => RenderingChange | undefined,
): Pick<SourceSwitch, 'edit' | 'notProposable' | 'trial'> {
  if (shadowedBy) {
    return {
      notProposable: `${shadowedBy} sets ${formatSwitchPath(
        path,
      )} and wins over values files: change it there`,
      trial: tryOut(!enabled),
    };
  }
  if (!file) {
    return {
      notProposable:
        'The overlay has no values file of its own that could be changed: add one',
      trial: tryOut(!enabled),
    };
  }
  const { layout, source } = holder;
  let edit: Omit<SwitchEdit, 'branch'>;
  try {
    const before = textOf(layout, file.path);
    edit = {
      repository: layout.repository,
      commit: layout.commit,
      file: file.path,
      path: formatSwitchPath(path),
      before,
      after: editSwitch(before, { file: file.path, path, enabled: !enabled }),
    };
  } catch (error) {
    if (error instanceof InputError) {
      return {
        notProposable: error.message,
        trial: tryOut(!enabled),
      };
    }
    throw error;
  }
  const trial: RenderingChange = { kind: 'edit', edit };
  return layout.branch
    ? { edit: { ...edit, branch: layout.branch }, trial }
    : { notProposable: pinned(source), trial };
}

function pinned({ field, owner, revision }: DeliverySource): string {
  const no = 'which is no branch that a pull request could be merged into';
  return field
    ? `${field}.targetRevision of ${
        owner ?? 'the Application'
      } is pinned to ${revision}, ${no}: change it there`
    : `The overlay is pinned to ${revision}, ${no}: name a branch`;
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
