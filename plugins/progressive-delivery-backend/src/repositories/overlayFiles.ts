import { posix } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { DeliverySource, HelmSourceOptions } from '../targets/DeliveryTarget';
import { cannotPreview } from './cannotPreview';
import { chartFiles } from './chartFiles';
import {
  Kustomization,
  KUSTOMIZATION_FILES,
  KustomizeHelmChart,
  parseKustomization,
} from './kustomization';
import { parameterValues, parseInline } from './inlineValues';
import { repositoryPath } from './repositoryPath';
import { Selection } from './RepositoryService';
import { RepositoryTree } from './RepositoryTree';

const MOST_KUSTOMIZATIONS = 200;

/**
 * One of the places that a chart's values come from.
 *
 * - `file`: a file of the repository
 * - `inline`: values that stand in a field of the kustomization or the Application
 */
export type ValuesLayer =
  | { kind: 'file'; path: string }
  | { kind: 'inline'; field: string; values: Record<string, unknown> };

/** A chart that the overlay renders. */
export interface OverlayChart {
  name: string;
  /** Directory of the chart, from the repository's root. */
  directory: string;
  /** In rising precedence, the chart's own values.yaml left out. */
  layers: ValuesLayer[];
}

/** What an overlay is made of. */
export interface Overlay {
  kind: 'kustomize' | 'helm';
  charts: OverlayChart[];
  /** `.argocd-source*.yaml` beside the source: Argo CD changes the source by them, and we do not. */
  overrides: string[];
  /** Of a Helm source: the values files that helm is given, in order. */
  valueFiles: string[];
}

class OverlaySelection {
  private readonly paths = new Set<string>();
  private readonly charts: OverlayChart[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly tree: RepositoryTree,
    private readonly applicationName: string | undefined,
  ) {}

  async select(source: Pick<DeliverySource, 'path' | 'helm'>) {
    const directory = repositoryPath('.', source.path || '.', {
      what: 'the source path',
    });
    if (this.tree.below(directory).length === 0) {
      throw new NotFoundError(
        `There is no directory ${directory} in the repository at ${this.tree.commit.slice(
          0,
          8,
        )}`,
      );
    }
    // As Argo CD decides (v3.6 util/app/discovery): what the source says, then a kustomization, then a chart.
    const kustomization = this.kustomizationFile(directory);
    const kind: Overlay['kind'] =
      source.helm || !kustomization ? 'helm' : 'kustomize';
    let valueFiles: string[] = [];
    if (kind === 'kustomize') {
      await this.addKustomization(directory);
    } else if (this.tree.entries.has(inside(directory, 'Chart.yaml'))) {
      valueFiles = await this.addHelmSource(directory, source.helm);
    } else {
      throw cannotPreview(
        `${directory} holds neither a kustomization nor a chart: directories of plain manifests have no variants`,
      );
    }
    const overrides = [
      '.argocd-source.yaml',
      ...(this.applicationName
        ? [`.argocd-source-${this.applicationName}.yaml`]
        : []),
    ]
      .map(name => inside(directory, name))
      .filter(path => this.tree.entries.has(path));
    overrides.forEach(path => this.paths.add(path));
    await this.addLinkTargets();
    await this.refuseFunctions();
    return {
      paths: this.paths,
      found: { kind, charts: this.charts, overrides, valueFiles },
    };
  }

  private async addHelmSource(
    directory: string,
    helm: HelmSourceOptions | undefined,
  ): Promise<string[]> {
    if (helm && helm.unsupported.length > 0) {
      throw cannotPreview(
        `the source sets what is not supported yet: ${helm.unsupported.join(
          ', ',
        )}`,
      );
    }
    await this.addChart(directory);
    const files: string[] = [];
    for (const file of helm?.valueFiles ?? []) {
      if (file.includes('$')) {
        throw cannotPreview(
          `the values file ${JSON.stringify(
            file,
          )} comes from another source or the build environment`,
        );
      }
      if (/[*?[\]{}]/.test(file)) {
        throw cannotPreview(
          `the values file ${JSON.stringify(file)} is a pattern`,
        );
      }
      const path = repositoryPath(directory, file, {
        what: 'the values file',
        rooted: true,
      });
      if (this.tree.entries.has(path)) {
        files.push(await this.addFile(path));
      } else if (!helm?.ignoreMissingValueFiles) {
        throw cannotPreview(`the values file ${path} does not exist`);
      }
    }
    const layers: ValuesLayer[] = files.map(path => ({ kind: 'file', path }));
    if (helm?.valuesObject) {
      layers.push({
        kind: 'inline',
        field: 'helm.valuesObject of the Application',
        values: helm.valuesObject,
      });
    } else if (helm?.values) {
      layers.push({
        kind: 'inline',
        field: 'helm.values of the Application',
        values: parseInline(helm.values, 'helm.values of the Application'),
      });
    }
    for (const parameter of helm?.parameters ?? []) {
      layers.push({
        kind: 'inline',
        field: `helm.parameters (${parameter.name}) of the Application`,
        values: parameterValues(parameter),
      });
    }
    this.charts.push({ name: posix.basename(directory), directory, layers });
    return files;
  }

  private async addKustomization(directory: string): Promise<void> {
    if (this.seen.has(directory)) {
      return;
    }
    this.seen.add(directory);
    if (this.seen.size > MOST_KUSTOMIZATIONS) {
      throw cannotPreview(
        `the overlay is made of more than ${MOST_KUSTOMIZATIONS} kustomizations`,
      );
    }
    const file = this.kustomizationFile(directory);
    if (!file) {
      throw cannotPreview(`${directory} has no kustomization.yaml`);
    }
    if (this.tree.entries.get(file)?.mode === '120000') {
      throw cannotPreview(`${file} is a symbolic link`);
    }
    // Most of the directory is needed, and one batch is quicker than several.
    const own = this.ownFiles(directory);
    const contents = await this.tree.read([file, ...own]);
    own.forEach(path => this.paths.add(path));
    this.paths.add(file);
    const kustomization = parseKustomization(contents.get(file)!, file);
    const at = (reference: string, what: string) =>
      repositoryPath(directory, reference, { what: `${what} of ${file}` });

    for (const { what, reference } of referencedFiles(kustomization)) {
      await this.addFile(at(reference, what));
    }
    for (const reference of [
      ...(kustomization.resources ?? []),
      ...(kustomization.bases ?? []),
    ]) {
      const path = at(reference, 'the resource');
      if (this.tree.entries.has(path)) {
        await this.addFile(path);
      } else {
        await this.addDirectory(path, reference, file);
      }
    }
    for (const reference of kustomization.components ?? []) {
      const path = at(reference, 'the component');
      await this.addDirectory(path, reference, file);
    }
    const home = at(
      kustomization.helmGlobals?.chartHome ?? 'charts',
      'the chartHome',
    );
    for (const [index, chart] of (kustomization.helmCharts ?? []).entries()) {
      const chartDirectory = posix.join(home, chart.name);
      await this.addChart(chartDirectory);
      this.charts.push({
        name: chart.name,
        directory: chartDirectory,
        layers: await this.kustomizeLayers(chart, index, file, at),
      });
    }
  }

  /** In the order in which kustomize hands them to helm (api v0.21 HelmChartInflationGenerator). */
  private async kustomizeLayers(
    chart: KustomizeHelmChart,
    index: number,
    file: string,
    at: (reference: string, what: string) => string,
  ): Promise<ValuesLayer[]> {
    const own: ValuesLayer[] = chart.valuesFile
      ? [
          {
            kind: 'file',
            path: await this.addFile(at(chart.valuesFile, 'the valuesFile')),
          },
        ]
      : [];
    const values = chart.valuesInline ?? {};
    const inline: ValuesLayer[] =
      Object.keys(values).length > 0
        ? [
            {
              kind: 'inline',
              field: `helmCharts[${index}].valuesInline of ${file}`,
              values,
            },
          ]
        : [];
    const additional: ValuesLayer[] = [];
    for (const reference of chart.additionalValuesFiles ?? []) {
      const path = at(reference, 'the additionalValuesFile');
      additional.push({ kind: 'file', path: await this.addFile(path) });
    }
    if (inline.length === 0) {
      return [...own, ...additional];
    }
    switch (chart.valuesMerge) {
      case 'replace':
        return [...inline, ...additional];
      case 'merge':
        return [...inline, ...own, ...additional];
      default:
        return [...own, ...inline, ...additional];
    }
  }

  private async addChart(directory: string): Promise<void> {
    const files = await chartFiles(this.tree, directory);
    files.forEach(path => this.paths.add(path));
    const links = files.filter(
      path => this.tree.entries.get(path)?.mode === '120000',
    );
    await this.tree.read(links);
    for (const link of links) {
      // To a file: helm would follow one to a directory, and find charts in it that nobody checked.
      await this.addFile(link);
    }
  }

  private async addDirectory(path: string, reference: string, file: string) {
    if (reference.includes('@')) {
      throw cannotPreview(
        `${JSON.stringify(
          reference,
        )} of ${file} could be taken for a remote repository`,
      );
    }
    if (this.tree.below(path).length === 0) {
      throw cannotPreview(`${path}, which ${file} names, does not exist`);
    }
    await this.addKustomization(path);
  }

  /** Adds a file, and gives the path of what it is in the end: that, or what it links to. */
  private async addFile(path: string): Promise<string> {
    let current = path;
    for (let links = 0; links < 10; links++) {
      const entry = this.tree.entries.get(current);
      if (!entry && this.tree.below(current).length > 0) {
        throw cannotPreview(
          `${path} is a directory or leads to one, where a file is needed`,
        );
      }
      if (!entry) {
        throw cannotPreview(`${current} does not exist`);
      }
      this.paths.add(current);
      if (entry.mode !== '120000') {
        return current;
      }
      const target = await this.linkTarget(current);
      current = target;
    }
    throw cannotPreview(`${path} is a chain of symbolic links`);
  }

  private async addLinkTargets(): Promise<void> {
    const pending = Array.from(this.paths);
    for (let path = pending.pop(); path; path = pending.pop()) {
      if (this.tree.entries.get(path)?.mode === '120000') {
        const target = await this.linkTarget(path);
        const reached = this.tree.entries.has(target)
          ? [target]
          : this.tree.below(target);
        if (reached.length === 0) {
          throw cannotPreview(
            `the symbolic link ${path} leads to ${target}, which does not exist`,
          );
        }
        for (const each of reached) {
          if (!this.paths.has(each)) {
            this.paths.add(each);
            pending.push(each);
          }
        }
      }
    }
  }

  private async linkTarget(path: string): Promise<string> {
    const target = (await this.tree.read([path])).get(path)!.toString('utf8');
    const resolved = posix.join(posix.dirname(path), target);
    if (
      posix.isAbsolute(target) ||
      resolved === '..' ||
      resolved.startsWith('../')
    ) {
      throw cannotPreview(
        `the symbolic link ${path} leads out of the repository`,
      );
    }
    return resolved.replace(/\/+$/, '');
  }

  /** Functions only run where plugins are enabled, which they never are; what asks for one is not rendered as meant. */
  private async refuseFunctions(): Promise<void> {
    const yaml = Array.from(this.paths).filter(path => {
      const entry = this.tree.entries.get(path);
      return /\.ya?ml$/.test(path) && entry?.mode.startsWith('100');
    });
    for (const [path, content] of await this.tree.read(yaml)) {
      if (/config\.(k8s|kubernetes)\.io\/function/.test(content.toString())) {
        throw cannotPreview(`${path} asks for a function to be run`);
      }
    }
  }

  private kustomizationFile(directory: string): string | undefined {
    return KUSTOMIZATION_FILES.map(name => inside(directory, name)).find(path =>
      this.tree.entries.has(path),
    );
  }

  private ownFiles(directory: string): string[] {
    const depth = directory === '.' ? 0 : directory.length + 1;
    return this.tree
      .below(directory)
      .filter(
        path =>
          !path.slice(depth).includes('/') &&
          this.tree.entries.get(path)?.mode !== '160000',
      );
  }
}

/**
 * Selects the files that a source needs to be rendered, and refuses what is not rendered.
 *
 * @throws InputError "Cannot preview, because ..."
 */
export function overlayFiles(
  source: Pick<DeliverySource, 'path' | 'helm'>,
  applicationName: string | undefined,
): Selection<Overlay> {
  return {
    key: JSON.stringify([source.path, source.helm, applicationName]),
    select: tree => new OverlaySelection(tree, applicationName).select(source),
  };
}

/** The files that a kustomization names, apart from resources and charts. */
function referencedFiles(
  kustomization: Kustomization,
): { what: string; reference: string }[] {
  const files: { what: string; reference: string }[] = [];
  const add = (what: string, references: (string | null | undefined)[]) => {
    for (const reference of references) {
      if (reference !== undefined && reference !== null) {
        files.push({ what, reference });
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
    add('the generator file', [...(generator.envs ?? []), generator.env]);
  }
  return files;
}

function pathOf({ path }: { path?: string }): string | undefined {
  return path;
}

function inside(directory: string, name: string): string {
  return directory === '.' ? name : `${directory}/${name}`;
}
