import { TimeSlices } from '../../processes/TimeSlices';
import { fieldOf, partsOf } from '../../variants/manifests/fields';
import { groupOf, Manifest } from '../../variants/manifests/manifests';
import { serviceDestinations } from './serviceDestinations';

/** Fields that name an object of a kind by its name alone: the name itself, or the mapping that holds it. */
const NAMED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['ConfigMap', ['configMap', 'configMapRef', 'configMapKeyRef']],
  ['Secret', ['secretName', 'secretRef', 'secretKeyRef', 'imagePullSecrets']],
  ['PersistentVolumeClaim', ['claimName']],
  ['ServiceAccount', ['serviceAccountName', 'serviceAccount']],
  [
    'Service',
    [
      'activeService',
      'canaryService',
      'previewService',
      'serviceName',
      'stableService',
    ],
  ],
  ['AnalysisTemplate', ['templateName', 'templates']],
  ['PriorityClass', ['priorityClassName']],
]);

const NAMING_FIELDS: ReadonlySet<string> = new Set(
  Array.from(NAMED_BY.values()).flat(),
);

/** Where objects say what they use. */
const SECTIONS: ReadonlySet<string | number> = new Set([
  'spec',
  'subjects',
  'roleRef',
]);

/** No object is that deep; what is deeper is not looked at. */
const MOST_DEPTH = 30;

/** Fields after which it is seen whether others should have their turn. */
const TURN = 500;

/** Where an object is named. */
export interface Naming {
  manifest: Manifest;
  /** Of the mapping that has its `kind` and its `name`. */
  path: (string | number)[];
}

/** A value in a manifest, and how it is reached. */
interface Place {
  key: string | number;
  value: unknown;
  depth: number;
  above: Place | undefined;
}

/** What rendered objects name: found in one walk, however much is looked for. */
export class References {
  /** Others have their turn meanwhile. */
  static async of(
    manifests: readonly Manifest[],
    signal?: AbortSignal,
  ): Promise<References> {
    const references = new References();
    const slices = TimeSlices.create();
    for (const manifest of manifests) {
      await references.add(manifest, slices, signal);
    }
    return references;
  }

  /** In the order in which they were rendered. */
  private readonly places = new Map<Manifest, number>();
  private readonly byKind = new Map<string, Naming[]>();
  private readonly byField = new Map<string, Set<Manifest>>();
  private readonly byHost = new Map<string, Set<Manifest>>();

  private constructor() {}

  /** Who has the `kind` and the `name` of an object in one mapping, each with the first of these in each of its sections. */
  namings(kind: string, name: string): readonly Naming[] {
    return this.byKind.get(keyOf(kind, name)) ?? [];
  }

  /**
   * Who names an object: as a `kind` and `name`, in a field of its own for that kind, or as where requests are sent to.
   */
  usersOf(object: Manifest): Manifest[] {
    const { kind } = object;
    const { name = '', namespace } = object.metadata;
    const found = new Set([
      ...this.namings(kind, name)
        .filter(({ path: [section] }) => SECTIONS.has(section))
        .map(({ manifest }) => manifest),
      ...(NAMED_BY.get(kind) ?? []).flatMap(field =>
        Array.from(this.byField.get(keyOf(field, name)) ?? []),
      ),
      ...(kind === 'Service' && groupOf(object) === ''
        ? this.byHost.get(name) ?? []
        : []),
    ]);
    return (
      Array.from(found)
        // Kinds that are in no namespace are named from any.
        .filter(each =>
          [undefined, namespace].includes(each.metadata.namespace),
        )
        .sort((a, b) => this.placeOf(a) - this.placeOf(b))
    );
  }

  private placeOf(manifest: Manifest): number {
    return this.places.get(manifest) ?? 0;
  }

  private async add(
    manifest: Manifest,
    slices: TimeSlices,
    signal?: AbortSignal,
  ): Promise<void> {
    this.places.set(manifest, this.places.size);
    for (const { host, weight } of serviceDestinations(manifest)) {
      if (weight !== 0) {
        addTo(this.byHost, String(host).split('.')[0], manifest);
      }
    }
    const pending = below(manifest, undefined);
    let visited = 0;
    for (let place = pending.pop(); place; place = pending.pop()) {
      visited += 1;
      if (visited % TURN === 1) {
        await slices.next(signal);
      }
      this.note(manifest, place);
      if (place.depth < MOST_DEPTH) {
        for (const each of below(place.value, place)) {
          pending.push(each);
        }
      }
    }
  }

  private note(manifest: Manifest, place: Place): void {
    const { key, value } = place;
    const kind = fieldOf(value, 'kind');
    const name = fieldOf(value, 'name');
    if (typeof kind === 'string' && typeof name === 'string') {
      const namings = this.byKind.get(keyOf(kind, name)) ?? [];
      const path = pathOf(place);
      const last = namings.at(-1);
      if (last?.manifest !== manifest || last.path[0] !== path[0]) {
        this.byKind.set(keyOf(kind, name), namings);
        namings.push({ manifest, path });
      }
    }
    if (NAMING_FIELDS.has(String(key)) && SECTIONS.has(sectionOf(place))) {
      for (const each of namesIn(value)) {
        addTo(this.byField, keyOf(String(key), each), manifest);
      }
    }
  }
}

/** What a value holds, the first of it at the end. */
function below(value: unknown, above: Place | undefined): Place[] {
  const depth = (above?.depth ?? 0) + 1;
  return partsOf(value)
    .filter(
      ([key, part]) =>
        typeof part === 'object' || NAMING_FIELDS.has(String(key)),
    )
    .map(([key, part]): Place => ({ key, value: part, depth, above }))
    .reverse();
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.above) {
    path.push(at.key);
  }
  return path.reverse();
}

function sectionOf(place: Place): string | number {
  let at = place;
  while (at.above) {
    at = at.above;
  }
  return at.key;
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(namesIn);
  }
  const name = fieldOf(value, 'name');
  return typeof name === 'string' ? [name] : [];
}

function keyOf(kind: string, name: string): string {
  return JSON.stringify([kind, name]);
}

function addTo(
  all: Map<string, Set<Manifest>>,
  key: string,
  manifest: Manifest,
): void {
  const found = all.get(key) ?? new Set();
  all.set(key, found.add(manifest));
}
