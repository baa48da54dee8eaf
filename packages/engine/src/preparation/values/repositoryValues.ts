import { posix } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  AdoptionNote,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ValuesSet } from '../../adoption/proof/ValuesSet';
import { Layout } from '../../git/trees/Layout';
import { RepositoryTree } from '../../git/trees/RepositoryTree';
import { Selection } from '../../git/trees/Repositories';
import { SelectedFiles } from '../../overlays/files/SelectedFiles';
import { KUSTOMIZATION_FILES } from '../../overlays/kustomize/kustomization';
import { KustomizationFiles } from '../../overlays/kustomize/KustomizationFiles';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { withoutUserInformation } from '../../variants/secrets/withoutUserInformation';
import { valuesSetOf } from './overlayValues';

/** Kustomizations whose texts are looked at. */
const MOST_LOOKED_AT = 500;
/** Those that name the chart and are followed to all that they are built of. */
const MOST_FOLLOWED = 20;

/** Values beside those of a chart itself, such as `values-production.yaml`, and those that chart-testing renders with. */
const CHART_LOCAL = /^(?:values[-._][^/]+|ci\/[^/]+-values)\.ya?ml$/;

/** Values of a repository that use a chart. */
export interface FoundValues {
  uses: Pick<OverlayChart, 'layers' | 'namedBy'>[];
  /** What may use it and could not be followed. */
  notes: AdoptionNote[];
}

/**
 * Selects the values of a repository that plainly use one of its charts: files in the chart's folder that are named as values
 * are, and what kustomizations with `helmCharts` render that very folder with. What Applications hand to it is known for
 * the target at hand alone.
 *
 * @param chart.directory - from the repository's root
 */
export function repositoryValues(chart: {
  name: string;
  directory: string;
}): Selection<FoundValues> {
  return {
    key: JSON.stringify(['values of', chart.name, chart.directory]),
    select: async tree => {
      const found: FoundValues = { uses: chartLocal(tree, chart), notes: [] };
      for (const file of await kustomizationsNaming(tree, chart.name)) {
        try {
          found.uses.push(...(await usesIn(tree, file, chart)));
        } catch (error) {
          // Such as of a file that is not there, or that is none.
          if (
            !(error instanceof InputError) &&
            !(error instanceof NotFoundError)
          ) {
            throw error;
          }
          found.notes.push(
            toMessage('adoptionNote', {
              id: 'valuesNotTried',
              parameters: {
                file,
                // It may quote where the kustomization has something from, with a password.
                message: withoutUserInformation(error.message),
              },
            }),
          );
        }
      }
      return {
        paths: found.uses.flatMap(({ layers }) =>
          layers.flatMap(each => (each.kind === 'file' ? [each.path] : [])),
        ),
        found,
      };
    },
  };
}

/** What was found, with its texts. */
export function foundValuesSets(
  { uses }: FoundValues,
  layout: Layout,
): ValuesSet[] {
  return uses.flatMap(use => valuesSetOf(use, () => layout));
}

function chartLocal(
  tree: RepositoryTree,
  { directory }: { directory: string },
): FoundValues['uses'] {
  const start = directory === '.' ? 0 : directory.length + 1;
  return tree
    .below(directory)
    .filter(
      path =>
        CHART_LOCAL.test(path.slice(start)) &&
        tree.entries.get(path)?.mode.startsWith('100'),
    )
    .map(path => ({ layers: [{ kind: 'file', path }] }));
}

/** The kustomizations whose texts have the name of a chart in them. */
async function kustomizationsNaming(
  tree: RepositoryTree,
  name: string,
): Promise<string[]> {
  const files = Array.from(tree.entries.keys())
    .filter(
      path =>
        KUSTOMIZATION_FILES.includes(posix.basename(path)) &&
        tree.entries.get(path)?.mode.startsWith('100'),
    )
    .slice(0, MOST_LOOKED_AT);
  const texts = await tree.read(files);
  return files
    .filter(file => {
      const text = texts.get(file)?.toString('utf8') ?? '';
      return text.includes('helmCharts') && text.includes(name);
    })
    .slice(0, MOST_FOLLOWED);
}

async function usesIn(
  tree: RepositoryTree,
  file: string,
  { directory }: { directory: string },
): Promise<FoundValues['uses']> {
  const kustomizations = new KustomizationFiles(new SelectedFiles(tree));
  await kustomizations.addKustomization(posix.dirname(file));
  return kustomizations.charts.filter(
    chart => chart.directory === directory && chart.namedBy?.file === file,
  );
}
