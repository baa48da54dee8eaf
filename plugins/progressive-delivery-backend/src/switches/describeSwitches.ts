import { SwitchOrigin } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isNode } from 'yaml';
import { findSwitchPaths } from './findSwitchPaths';
import {
  formatSwitchPath,
  inheritedFrom,
  SwitchPath,
  valueAt,
} from './switchPath';
import { parseValues, ValuesDocument } from './valuesDocument';

/** One of the places that values come from, with what stands there. */
export type ChartValuesLayer =
  | { kind: 'file'; ref?: string; path: string; text: string }
  | { kind: 'inline'; field: string; values: Record<string, unknown> };

/** All that decides the values of one chart. */
export interface ChartValues {
  /** The chart's values.yaml. */
  defaults: { path: string; text: string };
  /** The chart's values.schema.json, parsed. */
  schema?: unknown;
  /** In rising precedence. */
  layers: ChartValuesLayer[];
  /** Whether the chart's own values.yaml is what its owners edit: a source that names no values file. */
  ownValues: boolean;
}

/** A values file; `ref` names the source that lends it, where it is another one. */
export interface ValuesFile {
  ref?: string;
  path: string;
}

/** A switch of a chart, its state, and where an edit goes. */
export interface ChartSwitch {
  path: SwitchPath;
  enabled: boolean;
  origin: SwitchOrigin;
  /** The values file that an edit changes, from the root of its repository. */
  file?: ValuesFile;
  /** Why an edit of that file would not reach the chart. */
  shadowedBy?: string;
}

type ReadLayer =
  | ({ kind: 'file'; document: ValuesDocument } & ValuesFile)
  | { kind: 'inline'; field: string; values: unknown };

/**
 * The switches of a chart.
 *
 * @throws InputError where a values file cannot be read
 */
export function describeSwitches(chart: ChartValues): ChartSwitch[] {
  const { defaults, ownValues } = chart;
  const all: ChartValuesLayer[] = [
    { kind: 'file', ...defaults },
    ...chart.layers,
  ];
  const layers = all.map(
    (layer): ReadLayer =>
      layer.kind === 'inline'
        ? layer
        : {
            kind: 'file',
            ref: layer.ref,
            path: layer.path,
            document: parseValues(layer.text, layer.path),
          },
  );
  const lastFile = layers.findLastIndex(
    (layer, index) => layer.kind === 'file' && (index > 0 || ownValues),
  );
  const [own] = layers;
  const paths = findSwitchPaths(valuesOf(own), chart.schema);
  const decide = (path: SwitchPath): ChartSwitch => {
    const at = layers.findLastIndex(
      layer => valueAt(valuesOf(layer), path).set,
    );
    const found = at === -1 ? undefined : valueAt(valuesOf(layers[at]), path);
    const value = found?.set ? found.value : undefined;
    const unset = value === undefined || value === null;
    const parent = unset ? inheritedFrom(path, paths) : undefined;
    const shadow = layers.findLast(
      (layer, index) =>
        layer.kind === 'inline' &&
        index > lastFile &&
        valueAt(layer.values, path).set,
    );
    return {
      path,
      enabled: parent ? decide(parent).enabled : isTruthy(value),
      origin: parent
        ? { from: 'inherited', path: formatSwitchPath(parent) }
        : originOf(layers[Math.max(at, 0)], path, at > 0 || ownValues),
      file: fileOf(layers[lastFile]),
      shadowedBy: shadow?.kind === 'inline' ? shadow.field : undefined,
    };
  };
  return paths.map(decide);
}

function valuesOf(layer: ReadLayer): unknown {
  return layer.kind === 'file' ? layer.document.values : layer.values;
}

function fileOf(layer: ReadLayer | undefined): ValuesFile | undefined {
  return layer?.kind === 'file'
    ? { ...(layer.ref !== undefined && { ref: layer.ref }), path: layer.path }
    : undefined;
}

/** As a condition in a template takes it. */
function isTruthy(value: unknown): boolean {
  return (
    Boolean(value) &&
    (typeof value !== 'object' || Object.keys(value!).length > 0)
  );
}

function originOf(
  layer: ReadLayer,
  path: SwitchPath,
  overlay: boolean,
): SwitchOrigin {
  if (layer.kind === 'inline') {
    return { from: 'shadowed', by: layer.field };
  }
  return overlay
    ? {
        from: 'overlay',
        file: layer.path,
        line: lineAt(layer.document, path),
      }
    : { from: 'chart', file: layer.path };
}

/** Of the value; of what is nearest above it where it comes by an alias or a merge key. */
function lineAt({ document, line }: ValuesDocument, path: SwitchPath): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      return line(node.range[0]);
    }
  }
  return 1;
}
