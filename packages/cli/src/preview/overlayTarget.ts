import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { DeliveryTarget } from '@progressive-delivery/engine';
import { fileProblem } from '../files/fileProblem';
import { FOLDER } from './FolderRepository';

const KUSTOMIZATIONS = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

export interface OverlayOptions {
  /** Values files, in their order; only of a chart's folder. */
  values: readonly string[];
  /** Name of the release; only of a chart's folder. */
  release?: string;
  /** Where it is delivered to. */
  namespace?: string;
  /** Whether charts may be fetched from repositories. */
  fetchesCharts: boolean;
}

/** An overlay as a target, and the folder that it is in. */
export interface OverlayInFolder {
  /** Absolute path: the Git work tree, or else the working directory or the overlay itself. */
  root: string;
  /** What it is. */
  kind: 'kustomization' | 'chart';
  target: DeliveryTarget;
}

/**
 * Reads what an overlay is: a folder with a kustomization, or a chart.
 *
 * @throws Error where it is neither, or options do not fit it
 */
export async function overlayTarget(
  overlay: string,
  { fetchesCharts, namespace, release, values }: OverlayOptions,
): Promise<OverlayInFolder> {
  const directory = await realpath(overlay).catch(error => {
    throw fileProblem(error, overlay);
  });
  if (!(await stat(directory)).isDirectory()) {
    throw new Error(`Not a folder: ${overlay}`);
  }
  const root = await rootOf(directory);
  const isKustomization = await holdsOneOf(directory, KUSTOMIZATIONS);
  if (!isKustomization && !(await holdsOneOf(directory, ['Chart.yaml']))) {
    throw new Error(
      `${overlay} has neither a kustomization.yaml nor a Chart.yaml`,
    );
  }
  if (isKustomization && (values.length > 0 || release !== undefined)) {
    throw new Error(
      `${overlay} is a kustomization, which says itself which values and release name its charts have: --values and --release are for the folder of a chart`,
    );
  }
  const path = relative(root, directory).split(sep).join('/') || '.';
  return {
    root,
    kind: isKustomization ? 'kustomization' : 'chart',
    target: {
      kind: 'overlay',
      id: path,
      title: overlay,
      destination: { namespace },
      permitsCharts: fetchesCharts ? () => true : undefined,
      sources: [
        {
          repository: FOLDER,
          revision: 'HEAD',
          path,
          helm: isKustomization
            ? undefined
            : {
                releaseName: release,
                valueFiles: await valueFiles(directory, root, values),
                ignoreMissingValueFiles: false,
                parameters: [],
                fileParameters: [],
                apiVersions: [],
                skipCrds: false,
                skipTests: false,
                skipSchemaValidation: false,
              },
        },
      ],
    },
  };
}

/**
 * Paths from the root as an Application would name them, which begin with a slash. Without any, the chart's own values are
 * what is edited.
 */
async function valueFiles(
  directory: string,
  root: string,
  values: readonly string[],
): Promise<string[]> {
  if (values.length === 0) {
    return (await holdsOneOf(directory, ['values.yaml']))
      ? ['values.yaml']
      : [];
  }
  return Promise.all(
    values.map(async file => {
      const absolute = await realpath(resolve(file)).catch(error => {
        throw fileProblem(error, file);
      });
      if (!absolute.startsWith(root + sep)) {
        throw new Error(
          `${file} is not in ${root}, where the chart is: only what is there is read`,
        );
      }
      const path = `/${relative(root, absolute).split(sep).join('/')}`;
      if (/[*?[]/.test(path)) {
        throw new Error(
          `${path} would be read as a pattern, as Argo CD reads it: rename the file, or the folder with *, ? or [ in its name`,
        );
      }
      return path.replaceAll('$', () => '$$');
    }),
  );
}

/** The work tree that a folder is in; outside of any, the working directory, or what is not below that by itself. */
async function rootOf(directory: string): Promise<string> {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      break;
    }
  }
  const here = await realpath(process.cwd());
  return directory.startsWith(here + sep) ? here : directory;
}

async function holdsOneOf(
  directory: string,
  names: readonly string[],
): Promise<boolean> {
  const found = await Promise.all(
    names.map(name => exists(join(directory, name))),
  );
  return found.includes(true);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
