import { InputError } from '@backstage/errors';
import { SwitchOrigin } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { cannotPreview } from '../repositories/cannotPreview';
import { Layout } from '../repositories/Layout';
import { OverlayChart } from '../repositories/overlayFiles';
import { ChartSwitch, describeSwitches } from '../switches/describeSwitches';
import { editSwitch } from '../switches/editSwitch';
import { formatSwitchPath, SwitchPath } from '../switches/switchPath';
import { LaidOutSource } from './Renderer';

/** A switch of a delivery target, and the edit that flips it. */
export interface SourceSwitch {
  id: string;
  path: SwitchPath;
  enabled: boolean;
  origin: SwitchOrigin;
  source: LaidOutSource;
  /** The values file that an edit changes. */
  file?: string;
  /** Absent where it cannot be proposed. */
  edit?: {
    repository: string;
    branch: string;
    commit: string;
    file: string;
    path: string;
    before: string;
    after: string;
  };
  /** Why it cannot be proposed. */
  notProposable?: string;
}

/**
 * The switches of all charts of a target. Where several charts have switches, the chart's name comes before the path.
 *
 * @throws InputError where a values file cannot be read
 */
export function switchesOf(sources: LaidOutSource[]): SourceSwitch[] {
  const found = sources.flatMap(source =>
    source.overlay.charts.map(chart => ({
      source,
      chart,
      switches: describeChart(source, chart),
    })),
  );
  const several =
    found.filter(({ switches }) => switches.length > 0).length > 1;
  return found.flatMap(({ source, chart, switches }) =>
    switches.map(each => {
      const path = formatSwitchPath(each.path);
      return {
        id: several ? `${chart.name}:${path}` : path,
        path: each.path,
        enabled: each.enabled,
        origin: each.origin,
        source,
        file: each.file,
        ...flip(source, each),
      };
    }),
  );
}

function describeChart(
  { layout, overlay }: LaidOutSource,
  chart: OverlayChart,
): ChartSwitch[] {
  const inChart = (name: string) =>
    chart.directory === '.' ? name : `${chart.directory}/${name}`;
  const read = (path: string) => textOf(layout, path);
  const values = inChart('values.yaml');
  const schema = inChart('values.schema.json');
  return describeSwitches({
    defaults: {
      path: values,
      text: layout.files.has(values) ? read(values) : '',
    },
    // It was parsed when it was laid out, so it is JSON.
    schema: layout.files.has(schema) ? JSON.parse(read(schema)) : undefined,
    layers: chart.layers.map(layer =>
      layer.kind === 'file' ? { ...layer, text: read(layer.path) } : layer,
    ),
    ownValues:
      overlay.kind === 'helm' &&
      layout.files.has(values) &&
      !chart.layers.some(({ kind }) => kind === 'file'),
  });
}

/** Other bytes than UTF-8 would not survive being read as text and written again. */
function textOf(layout: Layout, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      layout.read(path),
    );
  } catch (error) {
    if (error instanceof TypeError) {
      throw cannotPreview(`${path} is not UTF-8`);
    }
    throw error;
  }
}

/** The edit that flips a switch, or why there is none. */
function flip(
  { layout, source }: LaidOutSource,
  { enabled, file, path, shadowedBy }: ChartSwitch,
): Pick<SourceSwitch, 'edit' | 'notProposable'> {
  if (shadowedBy) {
    return {
      notProposable: `${shadowedBy} sets ${formatSwitchPath(
        path,
      )} and wins over values files: change it there`,
    };
  }
  if (!file) {
    return {
      notProposable:
        'The overlay has no values file of its own that could be changed: add one',
    };
  }
  if (!layout.branch) {
    return {
      notProposable: `The Application is pinned to ${source.revision}, which is no branch that a pull request could be merged into: change its targetRevision`,
    };
  }
  const before = textOf(layout, file);
  try {
    return {
      edit: {
        repository: layout.repository,
        branch: layout.branch,
        commit: layout.commit,
        file,
        path: formatSwitchPath(path),
        before,
        after: editSwitch(before, { file, path, enabled: !enabled }),
      },
    };
  } catch (error) {
    if (error instanceof InputError) {
      return { notProposable: error.message };
    }
    throw error;
  }
}
