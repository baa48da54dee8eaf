import { NotFoundError } from '@backstage/errors';
import { DeliverySource } from '../targets/applications/DeliveryTarget';
import { sourceName } from '../targets/applications/deliverySource';
import {
  OverriddenSource,
  overrideSource,
} from '../targets/applications/sourceOverrides';
import { BuildEnvironment, BuildSubject } from './sources/BuildEnvironment';
import { cannotPreview, ReasonContent } from '../cannotPreview';
import { addDependencies } from './charts/addDependencies';
import { WantedChart } from '../charts/WantedChart';
import { directoryFiles } from './directories/directoryFiles';
import {
  HelmSelection,
  helmSourceFiles,
  KnownRefs,
} from './helm/helmSourceFiles';
import {
  kustomizationFile,
  KustomizationFiles,
} from './kustomize/KustomizationFiles';
import { kustomizeEdits } from './kustomize/kustomizeOverrides';
import { KustomizeRendering, Overlay, OverlayChart } from './sources/Overlay';
import { inside, repositoryPath } from '../git/trees/repositoryPath';
import { Selection } from '../git/trees/Repositories';
import { RepositoryTree } from '../git/trees/RepositoryTree';
import { SelectedFiles } from './files/SelectedFiles';

/** What a source is made of, as far as its own repository tells: a Helm source may read files of others. */
export type SelectedOverlay =
  | { kind: 'complete'; overlay: Overlay }
  | {
      kind: 'helm';
      chart: Omit<OverlayChart, 'layers'>;
      wanted: WantedChart[];
      selection: HelmSelection;
      notRendered: ReasonContent[];
    };

export interface OverlayQuestion {
  subject: BuildSubject;
  /** Names of other sources whose files it may refer to. */
  refs: ReadonlySet<string>;
}

class OverlaySelection {
  private readonly files: SelectedFiles;

  constructor(
    private readonly tree: RepositoryTree,
    private readonly source: DeliverySource,
    private readonly subject: BuildSubject,
    private readonly refs: KnownRefs,
  ) {
    this.files = new SelectedFiles(tree);
  }

  async select() {
    const { files, source, tree } = this;
    const path = repositoryPath('.', source.path || '.', {
      field: 'path',
      owner: sourceName(source),
      // Tools are run in it.
      unseen: true,
    });
    const directory = await files.follow(path);
    if (tree.below(directory).length === 0) {
      throw cannotPreview(
        {
          id: 'directoryMissing',
          parameters: { directory: path, commit: tree.commit.slice(0, 8) },
        },
        NotFoundError,
      );
    }
    const overridden = await this.override(directory);
    const found = await this.overlay(directory, overridden);
    const wanted =
      found.kind === 'complete' ? found.overlay.wanted : found.wanted;
    wanted.push(
      ...Array.from(
        files.archives,
        (place): WantedChart => ({
          from: 'archive',
          place,
        }),
      ),
    );
    await files.addLinkTargets();
    await files.refuseFunctions();
    return { paths: files.paths, found };
  }

  /** With what files beside the source change in it. */
  private async override(directory: string): Promise<OverriddenSource> {
    const { instanceName } = this.subject;
    const names = [
      '.argocd-source.yaml',
      ...(instanceName ? [`.argocd-source-${instanceName}.yaml`] : []),
    ];
    const overrides: { file: string; text: string }[] = [];
    for (const name of names) {
      const path = inside(directory, name);
      if (this.tree.entries.has(path)) {
        const file = await this.files.addFile(path);
        const content = (await this.tree.read([file])).get(file)!;
        overrides.push({ file: path, text: content.toString('utf8') });
      }
    }
    return overrideSource(this.source, overrides);
  }

  /** Of the kind that Argo CD finds (v3.6 util/app/discovery): what the source says, a kustomization, or a chart. */
  private async overlay(
    directory: string,
    overridden: OverriddenSource,
  ): Promise<SelectedOverlay> {
    const { source } = overridden;
    const chart = this.tree.entries.has(inside(directory, 'Chart.yaml'));
    const notRendered = source.notRendered ? [source.notRendered] : [];
    if (source.written?.directory) {
      return this.plainDirectory(directory, source);
    }
    if (
      source.kustomize ||
      (!source.helm && kustomizationFile(this.tree, directory))
    ) {
      return this.kustomization(directory, source, notRendered);
    }
    if (chart) {
      return this.helmSource(directory, overridden, notRendered);
    }
    if (source.helm) {
      throw cannotPreview({ id: 'chartMissing', parameters: { directory } });
    }
    return this.plainDirectory(directory, source);
  }

  private environment(source: DeliverySource): BuildEnvironment {
    return BuildEnvironment.create({
      subject: this.subject,
      source,
      commit: this.tree.commit,
    });
  }

  private async plainDirectory(
    directory: string,
    source: DeliverySource,
  ): Promise<SelectedOverlay> {
    const manifests = source.notRendered
      ? []
      : await directoryFiles(this.files, directory, source.written?.directory);
    return {
      kind: 'complete',
      overlay: {
        kind: 'directory',
        manifests,
        charts: [],
        wanted: [],
        notRendered: source.notRendered ? [source.notRendered] : [],
      },
    };
  }

  private async helmSource(
    directory: string,
    overridden: OverriddenSource,
    notRendered: ReasonContent[],
  ): Promise<SelectedOverlay> {
    const wanted = await addDependencies(this.files, directory);
    const selection = await helmSourceFiles(this.files, directory, {
      overridden,
      environment: this.environment(overridden.source),
      refs: this.refs,
    });
    const name = directory.split('/').at(-1) ?? directory;
    return {
      kind: 'helm',
      chart: { name, directory },
      wanted,
      selection,
      notRendered,
    };
  }

  private async kustomization(
    directory: string,
    source: DeliverySource,
    notRendered: ReasonContent[],
  ): Promise<SelectedOverlay> {
    const { kustomize } = source;
    const owner = source.owner ?? sourceName(source);
    const environment = this.environment(source);
    const kustomizations = new KustomizationFiles(this.files);
    await kustomizations.addKustomization(directory);
    const components = kustomize
      ? await kustomizations.addOverrides(directory, kustomize, owner)
      : [];
    const rendering: KustomizeRendering = {
      edits: kustomize ? kustomizeEdits(kustomize, environment) : [],
      patches: kustomize?.patches ?? [],
      components,
      buildOptions: this.subject.kustomizeBuildOptions,
      version: kustomize?.version,
      kubeVersion: kustomize?.kubeVersion,
      apiVersions: kustomize?.apiVersions ?? [],
      environment: readVariables(kustomizations.variables, environment),
    };
    return {
      kind: 'complete',
      overlay: {
        kind: 'kustomize',
        kustomize: rendering,
        charts: kustomizations.charts,
        wanted: kustomizations.wanted,
        notRendered: [...notRendered, ...kustomizations.notRendered],
      },
    };
  }
}

/**
 * Selects the files that a source needs to be rendered, and refuses what is not rendered.
 *
 * @throws InputError "Cannot preview: ..."
 */
export function overlayFiles(
  source: DeliverySource,
  { refs, subject }: OverlayQuestion,
): Selection<SelectedOverlay> {
  return {
    key: JSON.stringify([source, subject, Array.from(refs)]),
    select: tree =>
      new OverlaySelection(tree, source, subject, {
        names: refs,
        severalSources: subject.severalSources,
      }).select(),
  };
}

/** @throws InputError for one of the machine that Argo CD runs on */
function readVariables(
  names: ReadonlyMap<string, string>,
  environment: BuildEnvironment,
): Record<string, string> {
  return Object.fromEntries(
    Array.from(names, ([name, file]) => {
      if (!environment.has(name)) {
        throw cannotPreview({
          id: 'variableOfArgocd',
          parameters: { file, variable: name },
        });
      }
      return [name, environment.value(name)];
    }),
  );
}
