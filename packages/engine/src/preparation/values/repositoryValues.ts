import { posix } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  AdoptionNote,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RepositoryTree } from '../../git/trees/RepositoryTree';
import { Selection } from '../../git/trees/Repositories';
import { SelectedFiles } from '../../overlays/files/SelectedFiles';
import {
  KUSTOMIZATION_FILES,
  parseKustomization,
} from '../../overlays/kustomize/kustomization';
import {
  namedCharts,
  overlayChart,
} from '../../overlays/kustomize/namedCharts';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { withoutUserInformation } from '../../variants/secrets/withoutUserInformation';

/** Kustomizations whose texts are looked at. */
const MOST_LOOKED_AT = 500;
/** Those that name the chart and are read. */
const MOST_READ = 20;
/** Bytes of all that are read, as many as one of a target may have: parsing them holds up everybody. */
const MOST_BYTES = 1024 * 1024;

/** Values beside those of a chart itself, such as `values-production.yaml`, and those that chart-testing renders with. */
const CHART_LOCAL = /^(?:values[-._][^/]+|ci\/[^/]+-values)\.ya?ml$/;

/** Values of a repository that use a chart. */
export interface FoundValues {
  uses: Pick<OverlayChart, 'layers' | 'namedBy'>[];
  /** What may use it and could not be read. */
  notes: AdoptionNote[];
  /** Kustomizations that may use it and were not read. */
  leftOut: number;
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
      const { leftOut, read } = await kustomizationsNaming(tree, chart.name);
      const found: FoundValues = {
        uses: chartLocal(tree, chart),
        notes: [],
        leftOut,
      };
      const files = new SelectedFiles(tree);
      for (const [file, content] of read) {
        try {
          found.uses.push(...(await usesIn(files, file, content, chart)));
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

/** The kustomizations whose texts have the name of a chart in them, as far as they are read. */
async function kustomizationsNaming(
  tree: RepositoryTree,
  name: string,
): Promise<{ read: Map<string, Buffer>; leftOut: number }> {
  const files = Array.from(tree.entries.keys()).filter(
    path =>
      KUSTOMIZATION_FILES.includes(posix.basename(path)) &&
      tree.entries.get(path)?.mode.startsWith('100'),
  );
  const texts = await tree.read(files.slice(0, MOST_LOOKED_AT));
  const naming = Array.from(texts).filter(
    ([, content]) => content.includes('helmCharts') && content.includes(name),
  );
  const read = new Map<string, Buffer>();
  let bytes = 0;
  for (const [file, content] of naming) {
    if (read.size < MOST_READ && bytes + content.length <= MOST_BYTES) {
      read.set(file, content);
      bytes += content.length;
    }
  }
  return {
    read,
    leftOut: naming.length - read.size + files.length - texts.size,
  };
}

/** Nothing else that the kustomization is built of is read: its values stand in it, or in files that it names. */
async function usesIn(
  files: SelectedFiles,
  file: string,
  content: Buffer,
  { directory }: { directory: string },
): Promise<FoundValues['uses']> {
  const kustomization = parseKustomization(content, file);
  const uses: FoundValues['uses'] = [];
  for (const named of await namedCharts(files, kustomization, file)) {
    if (named.place === directory) {
      uses.push(await overlayChart(files, named, file));
    }
  }
  return uses;
}
