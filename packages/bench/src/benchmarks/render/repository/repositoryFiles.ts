import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { folders } from '../../../running/folders';
import { manyDocumentsChart } from './manyDocumentsChart';

/** Directories of the overlays. */
export const overlays = {
  agents: 'argocd/applications/agents',
  manyDocuments: 'many',
  /** Next to nothing: to have the tools found before anything is measured. */
  small: 'small',
};

/** `examples/gitops`, and overlays of our own beside it. */
export async function repositoryFiles(): Promise<Record<string, string>> {
  const examples = join(folders.repository, 'examples/gitops');
  const files: Record<string, string> = {
    ...overlay(overlays.manyDocuments, manyDocumentsChart()),
    ...overlay(
      overlays.small,
      'apiVersion: v1\nkind: A\nmetadata: { name: a }',
    ),
  };
  for (const entry of await readdir(examples, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files[relative(examples, path)] = await readFile(path, 'utf8');
    }
  }
  return files;
}

/** An overlay that inflates a chart of one template. */
function overlay(name: string, template: string): Record<string, string> {
  const values = 'progressiveDelivery:\n  enabled: false\n';
  return {
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
    [`charts/${name}/values.yaml`]: values,
    [`charts/${name}/templates/all.yaml`]: template,
    [`${name}/values.yaml`]: values,
    [`${name}/kustomization.yaml`]: JSON.stringify({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      helmGlobals: { chartHome: '../charts' },
      helmCharts: [
        { name, releaseName: name, namespace: name, valuesFile: 'values.yaml' },
      ],
    }),
  };
}
