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

/** A chart within the chart, which sees what stands below its name. */
export interface SubchartValues {
  /** Keys below which its values stand in those of the whole. */
  under: SwitchPath;
  defaults: { path: string; text: string };
  schema?: unknown;
}

/** All that decides the values of one chart. */
export interface ChartValues {
  /** The chart's values.yaml. */
  defaults: { path: string; text: string };
  /** The chart's values.schema.json, parsed. */
  schema?: unknown;
  subcharts?: SubchartValues[];
  /** In rising precedence. */
  layers: ChartValuesLayer[];
  /** Whether the chart's own values.yaml is what its owners edit: a source that names no values file. */
  ownValues: boolean;
}

/** A values file; `ref` names the ref source that holds it, where it is not the source's own. */
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
  | ({ kind: 'file'; document: ValuesDocument; under: SwitchPath } & ValuesFile)
  | { kind: 'inline'; field: string; values: unknown };

/**
 * The switches of a chart and of those within it.
 *
 * @throws InputError where a values file cannot be read
 */
export function describeSwitches(chart: ChartValues): ChartSwitch[] {
  const { defaults, ownValues } = chart;
  // What a chart says of one within it wins over what that says itself.
  const subcharts = [...(chart.subcharts ?? [])].sort(
    (a, b) => b.under.length - a.under.length,
  );
  const own = subcharts.length;
  const layers = [
    ...subcharts.map(each => readFile(each.defaults, each.under)),
    readFile(defaults),
    ...chart.layers.map(
      (layer): ReadLayer => (layer.kind === 'inline' ? layer : readFile(layer)),
    ),
  ];
  const isOverlay = (index: number) =>
    index > own || (index === own && ownValues);
  const lastFile = layers.findLastIndex(
    (layer, index) => layer.kind === 'file' && isOverlay(index),
  );
  const paths = allPaths([
    ...findSwitchPaths(valuesOf(layers[own]), chart.schema),
    ...subcharts.flatMap(({ schema, under }, index) =>
      findSwitchPaths(valuesOf(layers[index]), schema).map(path => [
        ...under,
        ...path,
      ]),
    ),
  ]);
  const chartOf = (path: SwitchPath) =>
    subcharts.find(({ under }) => isBelow(path, under));
  const decide = (path: SwitchPath): ChartSwitch => {
    const at = layers.findLastIndex(layer => look(layer, path).set);
    const found = at === -1 ? undefined : look(layers[at], path);
    const value = found?.set ? found.value : undefined;
    const unset = value === undefined || value === null;
    const parent = unset
      ? inheritedFrom(
          path,
          // A chart sees nothing of the one that it is within.
          paths.filter(other => chartOf(other) === chartOf(path)),
        )
      : undefined;
    const shadow = layers.findLast(
      (layer, index) =>
        layer.kind === 'inline' && index > lastFile && look(layer, path).set,
    );
    return {
      path,
      enabled: parent ? decide(parent).enabled : isTruthy(value),
      origin: parent
        ? { from: 'inherited', path: formatSwitchPath(parent) }
        : originOf(layers[at === -1 ? own : at], path, isOverlay(at)),
      file: fileOf(layers[lastFile]),
      shadowedBy: shadow?.kind === 'inline' ? shadow.field : undefined,
    };
  };
  return paths.map(decide);
}

function readFile(
  { path, ref, text }: ValuesFile & { text: string },
  under: SwitchPath = [],
): ReadLayer {
  return { kind: 'file', ref, path, under, document: parseValues(text, path) };
}

/** What a layer says of a path of the whole. */
function look(layer: ReadLayer, path: SwitchPath) {
  const under = layer.kind === 'file' ? layer.under : [];
  return isBelow(path, under)
    ? valueAt(valuesOf(layer), path.slice(under.length))
    : { set: false as const };
}

function isBelow(path: SwitchPath, under: SwitchPath): boolean {
  return (
    path.length > under.length &&
    under.every((key, index) => key === path[index])
  );
}

/** Each once, the shortest first. */
function allPaths(found: SwitchPath[]): SwitchPath[] {
  return Array.from(
    new Map(found.map(path => [JSON.stringify(path), path])).values(),
  ).sort((a, b) => a.length - b.length);
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
