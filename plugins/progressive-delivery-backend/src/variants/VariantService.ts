import { createHash } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Comparison,
  DeliverySourceSummary,
  DeliverySwitch,
  SwitchChange,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { createTwoFilesPatch } from 'diff';
import { BoundedCache } from '../processes/BoundedCache';
import { SharedWork } from '../processes/SharedWork';
import { cannotPreview } from '../repositories/cannotPreview';
import { overlayFiles } from '../repositories/overlayFiles';
import { RepositoryService } from '../repositories/RepositoryService';
import { DeliveryTarget } from '../targets/DeliveryTarget';
import { compareManifests, toDocumentChange } from './compareManifests';
import { Manifest, workloadKind } from './manifests';
import { LaidOutSource, Renderer } from './Renderer';
import { FoundTools, RenderTools } from './RenderTools';
import { summarize } from './summarize';
import { SourceSwitch, switchesOf } from './switchesOf';

/** Bytes, roughly, of rendered documents that are kept. */
const KEPT_BYTES = 64 * 1024 * 1024;

export interface VariantServiceOptions {
  repositories: RepositoryService;
  /** Commands or absolute paths. */
  helm: string;
  kustomize: string;
  kubeVersion?: string;
  apiVersions: string[];
  /** Renderings at the same time. */
  concurrency: number;
}

/** The edit that a comparison was rendered with, and that a proposal commits. */
export interface ValuesEdit {
  repository: string;
  /** The branch that it is merged into, and the commit that it was made on. */
  branch: string;
  commit: string;
  /** From the repository's root. */
  file: string;
  /** Full values path of the switch. */
  path: string;
  /** The file's new text. */
  after: string;
}

/** What Git says of a delivery target. */
export interface TargetDescription {
  sources: DeliverySourceSummary[];
  switches: Omit<DeliverySwitch, 'owned'>[];
  workloads: {
    namespace: string;
    name: string;
    kind: WorkloadKind;
    /** Ids of the switches that change its kind, the most specific first. */
    switches: string[];
  }[];
  /** Where the switches that can be proposed are edited. */
  editPlaces: {
    switch: string;
    repository: string;
    base: string;
    file: string;
    path: string;
  }[];
  /** What could not be read or rendered, each a sentence. */
  problems: string[];
}

interface CallOptions {
  signal?: AbortSignal;
}

/** Renders targets with a switch off and on. Keyed by what goes into a rendering, so unrelated commits change nothing. */
export class VariantService {
  static create(options: VariantServiceOptions): VariantService {
    return new VariantService(options);
  }

  private readonly tools: RenderTools;
  private readonly renderer: Renderer;
  private readonly renderings = BoundedCache.create<Manifest[]>({
    limit: KEPT_BYTES,
    weigh: manifests => JSON.stringify(manifests).length,
  });
  private readonly work = SharedWork.create<Manifest[]>();

  private constructor(private readonly options: VariantServiceOptions) {
    this.tools = RenderTools.create({
      helm: options.helm,
      kustomize: options.kustomize,
      kubeVersion: options.kubeVersion,
      apiVersions: options.apiVersions,
    });
    this.renderer = Renderer.create({ concurrency: options.concurrency });
  }

  /**
   * Switches and workloads as Git has them. Where the overlay cannot be rendered, its switches are described all the
   * same.
   *
   * @throws InputError, NotFoundError, NotAllowedError where a source cannot be read
   */
  async describe(
    target: DeliveryTarget,
    { signal }: CallOptions = {},
  ): Promise<TargetDescription> {
    const sources = await this.layOut(target, { signal });
    const switches = switchesOf(sources);
    const proposable = switches.flatMap(each =>
      each.edit ? [{ each, edit: each.edit }] : [],
    );
    const description: TargetDescription = {
      sources: sources.map(({ source, layout }) => ({
        repository: source.repository,
        revision: source.revision,
        path: source.path,
        commit: layout.commit,
        valuesFile: switches.find(
          each => each.source.source === source && each.file,
        )?.file,
      })),
      switches: switches.map(({ id, enabled, origin, notProposable }) => ({
        id,
        enabled,
        origin,
        notProposable,
      })),
      workloads: [],
      editPlaces: proposable.map(({ each, edit }) => ({
        switch: each.id,
        repository: edit.repository,
        base: edit.branch,
        file: edit.file,
        path: edit.path,
      })),
      problems: [],
    };
    try {
      const tools = await this.tools.find();
      const now = await this.render(target, sources, tools, { signal });
      const moved = await Promise.all(
        proposable.map(async ({ each, edit }) => ({
          id: each.id,
          length: each.path.length,
          names: kindChanges(
            now,
            await this.render(target, sources, tools, {
              signal,
              edit: { source: each.source, edit },
            }),
          ),
        })),
      );
      moved.sort((a, b) => b.length - a.length);
      for (const manifest of now) {
        const kind = workloadKind(manifest);
        if (kind) {
          const { namespace, name } = identify(manifest, target);
          description.workloads.push({
            namespace,
            name,
            kind,
            switches: moved
              .filter(({ names }) => names.has(workloadName(manifest)))
              .map(({ id }) => id),
          });
        }
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error)) {
        throw error;
      }
      description.problems.push(error.message);
    }
    return description;
  }

  /**
   * What a switch changes, and the edit that does it.
   *
   * @throws NotFoundError where the target has no such switch
   * @throws ConflictError where it cannot be proposed, and why
   * @throws InputError where a variant does not render; the message is the tool's own
   */
  async compare(
    target: DeliveryTarget,
    change: SwitchChange,
    { signal }: CallOptions = {},
  ): Promise<{ comparison: Comparison; edit: ValuesEdit }> {
    const sources = await this.layOut(target, { signal });
    const switches = switchesOf(sources);
    const wished = switches.find(({ id }) => id === change.switch);
    if (!wished) {
      throw new NotFoundError(
        `${target.title} has no switch ${change.switch}; its switches: ${
          switches.map(({ id }) => id).join(', ') || 'none'
        }`,
      );
    }
    if (!wished.edit) {
      throw new ConflictError(
        wished.notProposable ?? `${change.switch} cannot be proposed`,
      );
    }
    const tools = await this.tools.find();
    const alreadyAsWished = wished.enabled === change.enabled;
    const edit = alreadyAsWished
      ? { ...wished.edit, after: wished.edit.before }
      : wished.edit;
    const [before, after] = await Promise.all([
      this.render(target, sources, tools, { signal }),
      this.render(target, sources, tools, {
        signal,
        edit: { source: wished.source, edit },
      }),
    ]);
    const compared = compareManifests(before, after);
    return {
      comparison: {
        target: target.id,
        switch: change.switch,
        enabled: change.enabled,
        digest: renderingKey(target, sources, { source: wished.source, edit }),
        profile: tools.profile,
        base: {
          repository: edit.repository,
          branch: edit.branch,
          commit: edit.commit,
        },
        summary: summarize(compared),
        alreadyAsWished,
        valuesChange: {
          file: edit.file,
          patch: alreadyAsWished
            ? ''
            : createTwoFilesPatch(
                `a/${edit.file}`,
                `b/${edit.file}`,
                edit.before,
                edit.after,
                undefined,
                undefined,
                { context: 3 },
              ).replace(/^=+\n/, ''),
        },
        unchanged: compared.unchanged,
        changes: compared.changes.map(toDocumentChange),
      },
      edit,
    };
  }

  private async layOut(
    target: DeliveryTarget,
    { signal }: CallOptions,
  ): Promise<LaidOutSource[]> {
    return Promise.all(
      target.sources.map(async source => {
        if (source.notRendered) {
          throw cannotPreview(source.notRendered);
        }
        const { layout, found } = await this.options.repositories.layOut(
          source,
          overlayFiles(source, target.application?.metadata.name),
          { signal },
        );
        if (found.overrides.length > 0) {
          throw cannotPreview(
            `${found.overrides.join(
              ' and ',
            )} changes the source behind the Application's back`,
          );
        }
        return { source, overlay: found, layout };
      }),
    );
  }

  /** All sources, one after the other in the order of the Application, with at most one file edited. */
  private async render(
    target: DeliveryTarget,
    sources: LaidOutSource[],
    tools: FoundTools,
    { signal, edit }: CallOptions & { edit?: EditedSource },
  ): Promise<Manifest[]> {
    const key = `${tools.profile.id} ${renderingKey(target, sources, edit)}`;
    const kept = this.renderings.get(key);
    if (kept) {
      return kept;
    }
    return this.work.run(
      key,
      async shared => {
        const rendered = await Promise.all(
          sources.map(each =>
            this.renderer.render(
              {
                ...each,
                edits: new Map(
                  edit && edit.source === each
                    ? [[edit.edit.file, edit.edit.after]]
                    : [],
                ),
                releaseName:
                  target.application?.metadata.name ??
                  (each.source.path.split('/').at(-1) || target.id),
                namespace: target.destination.namespace,
              },
              tools,
              { signal: shared },
            ),
          ),
        );
        const manifests = rendered.flat();
        this.renderings.set(key, manifests);
        return manifests;
      },
      signal,
    );
  }
}

interface EditedSource {
  source: LaidOutSource;
  edit: SourceSwitchEdit;
}

type SourceSwitchEdit = NonNullable<SourceSwitch['edit']>;

/** Over all that goes into a rendering but the tools. */
function renderingKey(
  target: DeliveryTarget,
  sources: LaidOutSource[],
  edited?: EditedSource,
): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        target.application?.metadata.name,
        target.destination.namespace,
        sources.map(({ source, layout, overlay }) => [
          source.repository,
          source.path,
          source.helm,
          overlay.kind,
          layout.digest,
        ]),
        edited && [
          sources.indexOf(edited.source),
          edited.edit.file,
          edited.edit.after,
        ],
      ]),
    )
    .digest('hex');
}

/** Namespaces and names of the workloads that are of another kind in the second rendering. */
function kindChanges(before: Manifest[], after: Manifest[]): Set<string> {
  return new Set(
    compareManifests(before, after).changes.flatMap(change =>
      change.change === 'kind-changed' && change.before
        ? [workloadName(change.before)]
        : [],
    ),
  );
}

function workloadName({ metadata }: Manifest): string {
  return JSON.stringify([metadata.namespace, metadata.name]);
}

function identify(
  { metadata }: Manifest,
  target: DeliveryTarget,
): { namespace: string; name: string } {
  return {
    namespace: metadata.namespace ?? target.destination.namespace ?? 'default',
    name: metadata.name ?? '',
  };
}
