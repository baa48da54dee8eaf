import { SwitchOrigin } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isNode } from 'yaml';
import { FieldPlace } from '../overlays/sources/Overlay';
import { findSwitchPaths } from './findSwitchPaths';
import {
  formatSwitchPath,
  inheritedFrom,
  SwitchPath,
  valueAt,
} from './switchPath';
import { ValuesDocument } from './valuesDocument';

/** One of the places that values come from, with what stands there. */
type ChartValuesLayer =
  | { kind: 'file'; ref?: string; path: string; text: string }
  | ({ kind: 'inline'; values: Record<string, unknown> } & FieldPlace);

/** A chart within the chart, which sees what stands below its name. */
export interface SubchartValues {
  /** Keys below which its values stand in those of the whole. */
  under: SwitchPath;
  /** Values paths of the chart that it is within, with commas between: the first that is set says whether it is rendered. */
  condition?: string;
  defaults: { path: string; text: string };
  /** The text of its values.schema.json. */
  schema?: string;
}

/** All that decides the values of one chart. */
export interface ChartValues {
  /** The chart's values.yaml. */
  defaults: { path: string; text: string };
  /** The text of the chart's values.schema.json. */
  schema?: string;
  subcharts?: SubchartValues[];
  /** In rising precedence. */
  layers: ChartValuesLayer[];
  /** The version of helm that reads them; without it, files of several documents are refused. */
  helm?: string;
  /** Whether the chart's own values.yaml is what its owners edit: a source that names no values file. */
  ownValues: boolean;
}

/** A values file; `ref` names the ref source that holds it, where it is not the source's own. */
interface ValuesFile {
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
  /** What an edit of that file would not reach the chart for. */
  shadowedBy?: FieldPlace;
  /** Values path of the condition by which the chart that reads it is not rendered. */
  disabledBy?: string;
  /** The text that is its value where that is a text: to a template it is on whatever it says, `"false"` as well. */
  text?: string;
}

/** A switch, and the values file in which it is set, read. */
export interface DescribedSwitch extends ChartSwitch {
  edited?: ValuesDocument;
}

type ReadLayer =
  | ({ kind: 'file'; document: ValuesDocument; under: SwitchPath } & ValuesFile)
  | ({ kind: 'inline'; values: unknown } & FieldPlace);

/**
 * The switches of a chart and of those within it.
 *
 * @throws InputError where a values file cannot be read
 */
export function describeSwitches(chart: ChartValues): DescribedSwitch[] {
  const { defaults, helm, ownValues } = chart;
  const readFile = fileReader(helm);
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
  const isEdited = (index: number) =>
    layers[index]?.kind === 'file' && isOverlay(index);
  const lastFile = layers.findLastIndex((_, index) => isEdited(index));
  const paths = allPaths([
    ...findSwitchPaths(valuesOf(layers[own]), parsed(chart.schema)),
    ...subcharts.flatMap(({ schema, under }, index) =>
      findSwitchPaths(valuesOf(layers[index]), parsed(schema)).map(path => [
        ...under,
        ...path,
      ]),
    ),
  ]);
  const chartOf = (path: SwitchPath) =>
    subcharts.find(({ under }) => isBelow(path, under));
  /** As helm v4 pkg/chart/v2/util/dependencies.go processDependencyConditions. */
  const disabledBy = (path: SwitchPath) =>
    subcharts
      .filter(({ under }) => isBelow(path, under))
      .map(({ condition, under }) => {
        for (const each of condition?.split(',') ?? []) {
          const place = [...under.slice(0, -1), ...each.trim().split('.')];
          const found = layers
            .map(layer => look(layer, place))
            .findLast(({ set }) => set);
          if (found?.set && typeof found.value === 'boolean') {
            return found.value ? undefined : formatSwitchPath(place);
          }
        }
        return undefined;
      })
      .find(Boolean);
  const decide = (path: SwitchPath): DescribedSwitch => {
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
    // The file that sets the value is edited; a file that does not have the key yet is the last one.
    const edited = isEdited(at) ? at : lastFile;
    const shadow = layers.findLast(
      (layer, index) =>
        layer.kind === 'inline' && index > edited && look(layer, path).set,
    );
    return {
      path,
      enabled: parent ? decide(parent).enabled : isTruthy(value),
      origin: parent
        ? { from: 'inherited', path: formatSwitchPath(parent) }
        : originOf(layers[at === -1 ? own : at], path, isOverlay(at)),
      ...editOf(layers[edited]),
      shadowedBy: shadow?.kind === 'inline' ? placeOf(shadow) : undefined,
      text: typeof value === 'string' ? value : undefined,
      disabledBy: disabledBy(path),
    };
  };
  return paths.map(decide);
}

/** A schema was checked when it was laid out, so it is JSON. */
function parsed(schema: string | undefined): unknown {
  return schema === undefined ? undefined : JSON.parse(schema);
}

/** Reads files; one that is given twice is read once. */
function fileReader(helm: string | undefined) {
  const read: {
    ref?: string;
    path: string;
    text: string;
    document: ValuesDocument;
  }[] = [];
  return (
    { path, ref, text }: ValuesFile & { text: string },
    under: SwitchPath = [],
  ): ReadLayer => {
    const before = read.find(
      each => each.path === path && each.ref === ref && each.text === text,
    );
    const document =
      before?.document ?? ValuesDocument.parse(text, { file: path, helm });
    read.push({ ref, path, text, document });
    return { kind: 'file', ref, path, under, document };
  };
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

/** Where an edit goes. */
function editOf(
  layer: ReadLayer | undefined,
): Pick<DescribedSwitch, 'edited' | 'file'> {
  if (layer?.kind !== 'file') {
    return {};
  }
  const { document, path, ref } = layer;
  return {
    file: { ...(ref !== undefined && { ref }), path },
    edited: document,
  };
}

function placeOf({ field, owner }: FieldPlace): FieldPlace {
  return field === undefined ? { owner } : { field, owner };
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
    const { field, owner } = layer;
    return {
      from: 'shadowed',
      by: field === undefined ? owner : `${owner}: ${field}`,
    };
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
function lineAt(values: ValuesDocument, path: SwitchPath): number {
  const { document, line } = values.locate();
  for (let depth = path.length; depth > 0; depth--) {
    const node = document?.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      return line(node.range[0]);
    }
  }
  return 1;
}
