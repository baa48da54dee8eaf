import { Kustomization } from './kustomization';

/** A file that a kustomization names. */
export interface ReferencedFile {
  what: string;
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
    what: string,
    references: (string | null | undefined)[],
    readsEnvironment = false,
  ) => {
    for (const reference of references) {
      if (reference !== undefined && reference !== null) {
        files.push({ what, reference, readsEnvironment });
      }
    }
  };
  add('the openapi file', [kustomization.openapi?.path]);
  add('the crds file', kustomization.crds ?? []);
  add('the configurations file', kustomization.configurations ?? []);
  add(
    'the patch',
    // One of several lines is the patch itself.
    (kustomization.patchesStrategicMerge ?? []).filter(
      patch => !patch.includes('\n'),
    ),
  );
  add('the patch', (kustomization.patchesJson6902 ?? []).map(pathOf));
  add('the patch', (kustomization.patches ?? []).map(pathOf));
  add('the replacement', (kustomization.replacements ?? []).map(pathOf));
  for (const generator of [
    ...(kustomization.configMapGenerator ?? []),
    ...(kustomization.secretGenerator ?? []),
  ]) {
    add(
      'the generator file',
      (generator.files ?? []).map(file =>
        file.includes('=') ? file.slice(file.indexOf('=') + 1) : file,
      ),
    );
    add('the generator file', [...(generator.envs ?? []), generator.env], true);
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
