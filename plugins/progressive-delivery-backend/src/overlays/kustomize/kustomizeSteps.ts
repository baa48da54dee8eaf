import { Layout } from '../../git/trees/Layout';
import { isMapping } from '../../yaml/isMapping';
import { Overlay } from '../sources/Overlay';
import { KUSTOMIZATION_FILES, parseKustomization } from './kustomization';

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
   * - `names`: gives objects other names, also where they are referred to in kinds that kustomize knows
   */
  kind: 'patch' | 'named-patch' | 'replicas' | 'names';
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
  const at = (field: string, index?: number) =>
    `${field}, line ${lineOf(lines, field, index)}`;
  const patches = (['patches', 'patchesJson6902'] as const).flatMap(field =>
    (kustomization[field] ?? []).map(({ patch, path, target }, index) => ({
      place: at(field, index),
      target,
      text: patch ?? textOf(layout, file, path),
    })),
  );
  const named = (kustomization.patchesStrategicMerge ?? []).map(
    (patch, index) => ({
      place: at('patchesStrategicMerge', index),
      target: undefined,
      text: patch.includes('\n') ? patch : textOf(layout, file, patch),
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
    ...[...patches, ...named].map(({ place, target, text }) =>
      isMapping(target)
        ? { kind: 'patch' as const, file, place, target: targetOf(target) }
        : {
            kind: 'named-patch' as const,
            file,
            place,
            target: { kind: kindOf(text) },
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

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/**
 * The line of a field, or of an item of its list: as people write kustomizations, in block style. Where it is written
 * otherwise, that of the field.
 */
function lineOf(
  lines: readonly string[],
  field: string,
  index?: number,
): number {
  const start = lines.findIndex(line =>
    [`${field}:`, `"${field}":`, `'${field}':`].some(key =>
      line.startsWith(key),
    ),
  );
  if (start === -1 || index === undefined) {
    return start + 1;
  }
  const items = lines.slice(start + 1);
  const end = items.findIndex(line => /^[^\s#-]/.test(line));
  const own = end === -1 ? items : items.slice(0, end);
  const first = own.find(line => /^ *- /.test(line));
  const bullet = first?.slice(0, first.indexOf('- ') + 2);
  let left = index;
  for (const [offset, line] of own.entries()) {
    if (bullet !== undefined && line.startsWith(bullet) && left-- === 0) {
      return start + offset + 2;
    }
  }
  return start + 1;
}
