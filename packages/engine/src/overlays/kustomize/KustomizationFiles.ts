import { KustomizeSourceOptions } from '../../targets/applications/DeliveryTarget';
import { cannotPreview, ReasonContent } from '../../cannotPreview';
import {
  Kustomization,
  KUSTOMIZATION_FILES,
  parseKustomization,
  programsOf,
} from './kustomization';
import { NamedChart, namedCharts, overlayChart } from './namedCharts';
import { chartRepositoryUrl } from '../../charts/repositories/chartRepository';
import { OverlayChart } from '../sources/Overlay';
import { WantedChart } from '../../charts/WantedChart';
import { namesWithoutValue, referencedFiles } from './referencedFiles';
import { inside, repositoryPath } from '../../git/trees/repositoryPath';
import { RepositoryTree } from '../../git/trees/RepositoryTree';
import { asksForFunction, SelectedFiles } from '../files/SelectedFiles';

const MEBIBYTE = 1024 * 1024;

const MOST_KUSTOMIZATIONS = 200;
/** Of all of them together: parsing them holds up everybody. */
const MOST_MEBIBYTES = 16;

/** Where the kustomization of a directory is; `undefined` where there is none. */
export function kustomizationFile(
  tree: RepositoryTree,
  directory: string,
): string | undefined {
  return KUSTOMIZATION_FILES.map(name => inside(directory, name)).find(path =>
    tree.entries.has(path),
  );
}

/** Follows a kustomization to all that it is built of. */
export class KustomizationFiles {
  readonly charts: OverlayChart[] = [];
  /** Those of the charts that kustomize would pull. */
  readonly wanted: WantedChart[] = [];
  /** Why they are not rendered, although they can be read. */
  readonly notRendered: ReasonContent[] = [];
  /** Variables of the environment that files refer to, and a file that does. */
  readonly variables = new Map<string, string>();
  private readonly seen = new Set<string>();
  /** Of the kustomizations that were read. */
  private bytes = 0;

  constructor(private readonly files: SelectedFiles) {}

  /** @throws InputError where something is not rendered, and why */
  async addKustomization(directory: string): Promise<void> {
    if (this.seen.has(directory)) {
      return;
    }
    this.seen.add(directory);
    if (this.seen.size > MOST_KUSTOMIZATIONS) {
      throw cannotPreview({
        id: 'tooManyKustomizations',
        parameters: { limit: MOST_KUSTOMIZATIONS },
      });
    }
    const file = kustomizationFile(this.files.tree, directory);
    if (!file) {
      throw cannotPreview({
        id: 'kustomizationMissing',
        parameters: { directory },
      });
    }
    if (this.files.tree.entries.get(file)?.mode === '120000') {
      throw cannotPreview({ id: 'isLink', parameters: { file } });
    }
    // Most of the directory is needed, and one batch is quicker than several.
    const own = this.ownFiles(directory);
    const contents = await this.files.tree.read([file, ...own]);
    own.forEach(path => this.files.paths.add(path));
    this.files.paths.add(file);
    const kustomization = this.parse(contents.get(file)!, file);
    this.notRendered.push(...programsOf(kustomization, file));
    const at = (reference: string, field: string) =>
      repositoryPath(directory, reference, { field, owner: file });

    for (const named of referencedFiles(kustomization)) {
      const path = await this.files.addFile(at(named.reference, named.field));
      if (named.readsEnvironment) {
        const text = (await this.files.tree.read([path])).get(path)!;
        for (const name of namesWithoutValue(text.toString('utf8'))) {
          this.variables.set(name, path);
        }
      }
    }
    for (const field of ['resources', 'bases'] as const) {
      for (const reference of kustomization[field] ?? []) {
        const path = await this.files.follow(at(reference, field));
        if (this.files.tree.entries.has(path)) {
          await this.files.addFile(path);
        } else {
          await this.addDirectory(path, reference, file);
        }
      }
    }
    for (const reference of kustomization.components ?? []) {
      const path = await this.files.follow(at(reference, 'components'));
      await this.addDirectory(path, reference, file);
    }
    for (const named of await namedCharts(this.files, kustomization, file)) {
      await this.addChart(named, file);
      this.charts.push(await overlayChart(this.files, named, file));
    }
  }

  private parse(content: Buffer, file: string): Kustomization {
    this.bytes += content.length;
    if (this.bytes > MOST_MEBIBYTES * MEBIBYTE) {
      throw cannotPreview({
        id: 'kustomizationsTooLarge',
        parameters: { file, mebibytes: MOST_MEBIBYTES },
      });
    }
    return parseKustomization(content, file);
  }

  /** One that is not there is pulled (api v0.21 HelmChartInflationGenerator). */
  private async addChart(
    { place, written: { name, repo, version } }: NamedChart,
    file: string,
  ): Promise<void> {
    if (!repo || this.files.isDirectory(place)) {
      await this.files.addChart(place);
    } else if (!chartRepositoryUrl(repo)) {
      throw cannotPreview({
        id: 'chartNowhere',
        parameters: { directory: place, chart: name, file },
      });
    } else if (!this.wanted.some(wanted => wanted.place === place)) {
      this.wanted.push({
        from: 'repository',
        repository: repo,
        name,
        version: version ?? '*',
        as: 'directory',
        place,
      });
    }
  }

  /**
   * Adds what the Application changes in the kustomization of a directory, and gives the components that are added.
   *
   * @param owner - what says so
   * @throws InputError where something is not rendered, and why
   */
  async addOverrides(
    directory: string,
    options: KustomizeSourceOptions,
    owner: string,
  ): Promise<string[]> {
    for (const { patch, path } of options.patches) {
      if (path) {
        await this.files.addFile(
          repositoryPath(directory, path, {
            field: 'kustomize.patches',
            owner,
          }),
        );
      }
      if (patch && asksForFunction(patch)) {
        throw cannotPreview({
          id: 'patchAsksForFunction',
          parameters: {},
        });
      }
    }
    const components: string[] = [];
    for (const reference of options.components) {
      const path = await this.files.follow(
        repositoryPath(directory, reference, {
          field: 'kustomize.components',
          owner,
        }),
      );
      if (/[*?[\]{}]/.test(reference)) {
        throw cannotPreview({
          id: 'componentIsPattern',
          parameters: { reference },
        });
      }
      const found = kustomizationFile(this.files.tree, path) !== undefined;
      if (found || !options.ignoreMissingComponents) {
        await this.addDirectory(path, reference, owner);
        components.push(reference);
      }
      if (found && options.ignoreMissingComponents) {
        // Argo CD v3.6 leaves out all that come after the first that exists.
        break;
      }
    }
    return components;
  }

  private async addDirectory(path: string, reference: string, file: string) {
    // As kustomize does (api v0.21 internal/git extractUsername): it would clone it.
    if (/^[a-z][a-z0-9-]*@/i.test(reference)) {
      throw cannotPreview({
        id: 'takenForRemote',
        parameters: { reference, file },
      });
    }
    if (this.files.tree.below(path).length === 0) {
      throw cannotPreview({ id: 'namedMissing', parameters: { path, file } });
    }
    await this.addKustomization(path);
  }

  private ownFiles(directory: string): string[] {
    const depth = directory === '.' ? 0 : directory.length + 1;
    return this.files.tree
      .below(directory)
      .filter(
        path =>
          !path.slice(depth).includes('/') &&
          this.files.tree.entries.get(path)?.mode !== '160000',
      );
  }
}
