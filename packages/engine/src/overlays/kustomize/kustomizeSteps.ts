import { isMapping } from '../../yaml/isMapping';
import { Layout } from '../../git/trees/Layout';
import { Overlay } from '../sources/Overlay';
import {
  Kustomization,
  KUSTOMIZATION_FILES,
  parseKustomization,
} from './kustomization';

/** What a step of a kustomization applies to; absent fields match all, others are anchored regular expressions. */
export interface StepTarget {
  group?: string;
  version?: string;
  kind?: string;
  name?: string;
}

/** A step of a kustomization that depends on the kind or the name of what it changes. */
export interface KustomizeStep {
  /**
   * - `patch`: applied to what its target selects, and to nothing where that is nothing
   * - `named-patch`: names one object, without which the build fails
   * - `replicas`: of a kind that kustomize knows, without which the build fails
   * - `labels`: adds labels, to selectors too, in kinds that kustomize knows
   * - `names`: gives objects other names, also where they are referred to in kinds that kustomize knows
   */
  kind: 'patch' | 'named-patch' | 'replicas' | 'labels' | 'names';
  /** The kustomization, from the repository's root. */
  file: string;
  /** Such as `patches, line 12`. */
  place: string;
  target: StepTarget;
}

const NAMING = [
  'namePrefix',
  'nameSuffix',
  'configMapGenerator',
  'secretGenerator',
] as const;

/** The steps of all kustomizations of a source, in the order of their files. */
export function kustomizeSteps({
  layout,
  overlay,
}: {
  layout: Layout;
  overlay: Overlay;
}): KustomizeStep[] {
  if (overlay.kind !== 'kustomize') {
    return [];
  }
  return Array.from(layout.files.keys())
    .filter(
      file =>
        KUSTOMIZATION_FILES.includes(file.split('/').at(-1) ?? '') &&
        !overlay.charts.some(({ directory }) =>
          file.startsWith(`${directory}/`),
        ),
    )
    .flatMap(file => stepsOf(file, layout));
}

function stepsOf(file: string, layout: Layout): KustomizeStep[] {
  const content = layout.read(file);
  const kustomization = parseKustomization(content, file);
  const lines = content.toString('utf8').split('\n');
  const places = new Map<string, FieldLines>();
  const at = (field: string, index?: number) => {
    const found = places.get(field) ?? linesOf(lines, field);
    places.set(field, found);
    const line = index === undefined ? undefined : found.items.at(index);
    return `${field}, line ${line ?? found.field}`;
  };
  const texts = new Map<string, string | undefined>();
  // Many patches may be one file.
  const textAt = (path: string | undefined) => {
    const key = path ?? '';
    const text = texts.has(key) ? texts.get(key) : textOf(layout, file, path);
    texts.set(key, text);
    return text;
  };
  const patches = (['patches', 'patchesJson6902'] as const).flatMap(field =>
    (kustomization[field] ?? []).map(({ patch, path, target }, index) => ({
      place: at(field, index),
      target,
      kind: kindOf(patch ?? textAt(path)),
    })),
  );
  const named = (kustomization.patchesStrategicMerge ?? []).map(
    (patch, index) => ({
      place: at('patchesStrategicMerge', index),
      target: undefined,
      kind: kindOf(patch.includes('\n') ? patch : textAt(patch)),
    }),
  );
  const replicas = Array.isArray(kustomization.replicas)
    ? kustomization.replicas
    : [];
  const replacements = (kustomization.replacements ?? []).flatMap(
    ({ targets }, index) =>
      (Array.isArray(targets) ? targets : []).map(target => ({
        place: at('replacements', index),
        select: isMapping(target) ? target.select : undefined,
      })),
  );
  return [
    ...[...patches, ...named].map(({ kind, place, target }) =>
      isMapping(target)
        ? { kind: 'patch' as const, file, place, target: targetOf(target) }
        : {
            kind: 'named-patch' as const,
            file,
            place,
            target: { kind },
          },
    ),
    ...replacements.map(({ place, select }) => ({
      kind: 'patch' as const,
      file,
      place,
      target: targetOf(select),
    })),
    ...replicas.map((each: unknown, index) => ({
      kind: 'replicas' as const,
      file,
      place: at('replicas', index),
      target: targetOf(each),
    })),
    ...labelPlaces(kustomization).map(([field, index]) => ({
      kind: 'labels' as const,
      file,
      place: at(field, index),
      target: {},
    })),
    ...NAMING.filter(field => isGiven(kustomization[field])).map(field => ({
      kind: 'names' as const,
      file,
      place: at(field),
      target: {},
    })),
  ];
}

function targetOf(value: unknown): StepTarget {
  const text = (field: string) => {
    const part = isMapping(value) ? value[field] : undefined;
    return typeof part === 'string' && part !== '' ? part : undefined;
  };
  return {
    group: text('group'),
    version: text('version'),
    kind: text('kind'),
    name: text('name'),
  };
}

function textOf(layout: Layout, file: string, path: string | undefined) {
  const directory = file.split('/').slice(0, -1);
  const named = path && [...directory, path].join('/');
  return named && layout.files.has(named)
    ? layout.read(named).toString('utf8')
    : undefined;
}

/** Of the first object that a patch is made for. */
function kindOf(text: string | undefined): string | undefined {
  return /^kind: *["']?(\w+)/m.exec(text ?? '')?.[1];
}

/** Where labels are added to selectors: a field, and of `labels` an item. */
function labelPlaces({
  commonLabels,
  labels,
}: Pick<Kustomization, 'commonLabels' | 'labels'>): [string, number?][] {
  const items = Array.isArray(labels) ? labels : [];
  return [
    ...(isMapping(commonLabels) && Object.keys(commonLabels).length > 0
      ? [['commonLabels'] as [string]]
      : []),
    ...items.flatMap((each, index): [string, number][] =>
      isMapping(each) && each.includeSelectors === true
        ? [['labels', index]]
        : [],
    ),
  ];
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Lines, from 1. */
interface FieldLines {
  /** 0 where it is not found. */
  field: number;
  /** Of the items of its list. */
  items: number[];
}

/**
 * The lines of a field and of the items of its list: as people write kustomizations, in block style. Where it is written
 * otherwise, its items are not found.
 */
function linesOf(lines: readonly string[], field: string): FieldLines {
  const start = lines.findIndex(line =>
    [`${field}:`, `"${field}":`, `'${field}':`].some(key =>
      line.startsWith(key),
    ),
  );
  if (start === -1) {
    return { field: 0, items: [] };
  }
  const below = lines.slice(start + 1);
  const end = below.findIndex(line => /^[^\s#-]/.test(line));
  const own = end === -1 ? below : below.slice(0, end);
  const first = own.find(line => /^ *- /.test(line));
  const bullet = first?.slice(0, first.indexOf('- ') + 2);
  return {
    field: start + 1,
    items: own.flatMap((line, offset) =>
      bullet !== undefined && line.startsWith(bullet)
        ? [start + offset + 2]
        : [],
    ),
  };
}
