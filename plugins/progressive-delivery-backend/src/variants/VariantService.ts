import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Comparison,
  SwitchChange,
  SwitchOrigin,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProgressiveDeliveryConfig } from '../config';
import { SwitchReader } from '../switches/SwitchReader';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { changedLine } from './comparing/changedLine';
import { VariantComparisons } from './comparing/VariantComparisons';
import { InspectedTools } from './rendering/inspectTools';
import { RenderedVariants, renderVariants } from './rendering/renderVariants';
import {
  LaidOutTarget,
  renderingDigest,
  TargetLayouts,
  TargetLayoutsOptions,
} from './rendering/TargetLayouts';
import {
  TargetRenderings,
  TargetRenderingsOptions,
} from './rendering/TargetRenderings';
import { switchesOf } from './switches/switchesOf';
import { laidOutDescription, TargetDescription } from './TargetDescription';
import { DescribeOptions, TargetDescriber } from './TargetDescriber';

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

export type VariantServiceOptions = TargetLayoutsOptions &
  TargetRenderingsOptions;

interface CallOptions {
  signal?: AbortSignal;
}

interface CompareOptions extends CallOptions {
  /**
   * Whether the caller has the permission `progressive-delivery.comparison.values.read`, and alone gets the answer: what is
   * logged, or put into a pull request or an output, is masked. Default: false
   */
  values?: boolean;
  /** Told what is edited as soon as it is known, before anything is rendered. */
  onEdit?(edited: Pick<ComparedTarget, 'edit' | 'editPlaces'>): void;
}

/** What a switch changes. */
export interface ComparedTarget {
  comparison: Comparison;
  edit: ValuesEdit;
  /** Where this switch and the others of the target are edited. */
  editPlaces: TargetDescription['editPlaces'];
  laidOut: LaidOutTarget;
  /** What was compared, unmasked. It is rendered again only where it is no longer kept. */
  render(call: CallOptions): Promise<RenderedVariants>;
}

/** Renders targets with a switch off and on. */
export class VariantService {
  static create(options: VariantServiceOptions): VariantService {
    return new VariantService(options);
  }

  /** With the tools and limits of the configuration. */
  static fromConfig({
    config: { argocd, rendering, tools },
    ...parts
  }: Pick<VariantServiceOptions, 'repositories' | 'charts' | 'capabilities'> & {
    config: Pick<ProgressiveDeliveryConfig, 'argocd' | 'rendering' | 'tools'>;
  }): VariantService {
    return VariantService.create({
      ...parts,
      ...rendering,
      helm: tools.helm,
      kustomize: tools.kustomize,
      argocdTools: new Map(
        argocd.flatMap(({ name, tools: own }) =>
          own ? [[name, { ...tools, ...own }]] : [],
        ),
      ),
    });
  }

  private readonly layouts: TargetLayouts;
  private readonly renderings: TargetRenderings;
  private readonly describer: TargetDescriber;
  private readonly switchReader = SwitchReader.create();
  private readonly comparisons = VariantComparisons.create();

  private constructor(options: VariantServiceOptions) {
    this.layouts = TargetLayouts.create(options);
    this.renderings = TargetRenderings.create(options);
    this.describer = TargetDescriber.create({
      layouts: this.layouts,
      renderings: this.renderings,
      switchReader: this.switchReader,
    });
  }

  /** The tools that render, of all installations, as they are now. */
  async inspectTools(): Promise<InspectedTools[]> {
    return this.renderings.inspectTools();
  }

  /**
   * Switches and workloads as Git has them. Where the overlay cannot be rendered, its switches are described all the
   * same.
   *
   * @throws InputError, NotFoundError, NotAllowedError where a source cannot be read
   */
  async describe(
    target: DeliveryTarget,
    options: DescribeOptions = {},
  ): Promise<TargetDescription> {
    return this.describer.describe(target, options);
  }

  /**
   * Which switches are on at other commits of a target's sources, such as those that were applied.
   *
   * @param commits - one for each source, in their order; `undefined` for what the source says
   * @throws InputError, NotFoundError, NotAllowedError where a source cannot be read there
   */
  async switchesAt(
    target: DeliveryTarget,
    commits: readonly (string | undefined)[],
    { signal }: CallOptions = {},
  ): Promise<ReadonlyMap<string, boolean>> {
    const laidOut = await this.layouts.layOut(
      {
        ...target,
        sources: target.sources.map((source, index) => ({
          ...source,
          revision: commits.at(index) ?? source.revision,
        })),
      },
      { signal },
    );
    const switches = await switchesOf(laidOut.sources, this.switchReader, {
      helm: await this.renderings.helmVersion(target),
      signal,
    });
    return new Map(switches.map(({ enabled, id }) => [id, enabled]));
  }

  /**
   * What a switch changes, masked unless `values` says otherwise, and the edit that does it.
   *
   * @throws NotFoundError where the target has no such switch
   * @throws ConflictError where it cannot be proposed, and why
   * @throws InputError where a variant does not render; the message is the tool's own
   */
  async compare(
    target: DeliveryTarget,
    change: SwitchChange,
    { onEdit, signal, values = false }: CompareOptions = {},
  ): Promise<ComparedTarget> {
    const laidOut = await this.layouts.layOut(target, { signal });
    const switches = await switchesOf(laidOut.sources, this.switchReader, {
      helm: await this.renderings.helmVersion(target),
      signal,
    });
    const requested = switches.find(({ id }) => id === change.switch);
    if (!requested) {
      const [notRendered] = laidOut.notRendered;
      if (notRendered) {
        // It may be a switch of what could not be read.
        throw notRendered;
      }
      throw new NotFoundError(
        `${target.title} has no switch ${change.switch}; its switches: ${
          switches.map(({ id }) => id).join(', ') || 'none'
        }`,
      );
    }
    if (!requested.edit) {
      throw new ConflictError(
        requested.notProposable?.text ?? `${change.switch} cannot be proposed`,
      );
    }
    const tools = await this.renderings.findTools(target, { signal });
    const alreadySet = requested.enabled === change.enabled;
    const edit = alreadySet
      ? { ...requested.edit, after: requested.edit.before }
      : requested.edit;
    const { editPlaces } = laidOutDescription(laidOut, switches);
    onEdit?.({ edit, editPlaces });
    const edited = { kind: 'edit', edit } as const;
    const digest = renderingDigest(laidOut, edited);
    const render = (call: CallOptions) =>
      renderVariants(laidOut, tools, {
        renderings: this.renderings,
        change: edited,
        ...call,
      });
    const compared = await this.comparisons.compare(
      { key: `${tools.profile.id} ${digest}`, values, render },
      { signal },
    );
    return {
      comparison: {
        target: target.id,
        switch: change.switch,
        enabled: change.enabled,
        digest,
        profile: tools.profile,
        base: {
          repository: edit.repository,
          branch: edit.branch,
          commit: edit.commit,
        },
        summary: compared.sentences.map(({ text }) => text).join(' '),
        sentences: compared.sentences,
        alreadySet,
        valuesChange: alreadySet
          ? undefined
          : {
              file: edit.file,
              path: edit.path,
              line: changedLine(requested.edit.before, edit.after),
              before: isSetIn(edit.file, requested.origin)
                ? requested.enabled
                : undefined,
              after: change.enabled,
            },
        masked: !values,
        unchanged: compared.unchanged,
        changes: compared.changes,
        unstable: compared.unstable,
      },
      edit,
      editPlaces,
      laidOut,
      render,
    };
  }
}

function isSetIn(file: string, origin: SwitchOrigin): boolean {
  return origin.from === 'overlay' && origin.file === file;
}
