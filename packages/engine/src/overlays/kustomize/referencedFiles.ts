import { Kustomization } from './kustomization';

/** A file that a kustomization names. */
export interface ReferencedFile {
  /** Of the kustomization. */
  field: string;
  reference: string;
  /** Whether a line without a value takes it from the environment of kustomize. */
  readsEnvironment: boolean;
}

/** The files that a kustomization names, apart from resources and charts. */
export function referencedFiles(
  kustomization: Kustomization,
): ReferencedFile[] {
  const files: ReferencedFile[] = [];
  const add = (
    field: string,
    references: (string | null | undefined)[],
    readsEnvironment = false,
  ) => {
    for (const reference of references) {
      if (reference !== undefined && reference !== null) {
        files.push({ field, reference, readsEnvironment });
      }
    }
  };
  add('openapi.path', [kustomization.openapi?.path]);
  add('crds', kustomization.crds ?? []);
  add('configurations', kustomization.configurations ?? []);
  add(
    'patchesStrategicMerge',
    // One of several lines is the patch itself.
    (kustomization.patchesStrategicMerge ?? []).filter(
      patch => !patch.includes('\n'),
    ),
  );
  add('patchesJson6902', (kustomization.patchesJson6902 ?? []).map(pathOf));
  add('patches', (kustomization.patches ?? []).map(pathOf));
  add('replacements', (kustomization.replacements ?? []).map(pathOf));
  for (const field of ['configMapGenerator', 'secretGenerator'] as const) {
    for (const generator of kustomization[field] ?? []) {
      add(
        `${field}.files`,
        (generator.files ?? []).map(file =>
          file.includes('=') ? file.slice(file.indexOf('=') + 1) : file,
        ),
      );
      add(`${field}.envs`, [...(generator.envs ?? []), generator.env], true);
    }
  }
  return files;
}

/** Names in a file of `NAME=value` lines that take their value from the environment (kustomize api v0.21 kv.go). */
export function namesWithoutValue(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trimStart())
    .filter(
      line => line !== '' && !line.startsWith('#') && !line.includes('='),
    );
}

function pathOf({ path }: { path?: string }): string | undefined {
  return path;
}
