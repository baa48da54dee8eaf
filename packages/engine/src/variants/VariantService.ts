import {
  Comparison,
  DocumentPage,
  SeenComparison,
  SwitchChange,
  SwitchOrigin,
  WholeDocument,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { SwitchReader } from '../switches/SwitchReader';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { assertSeen } from './assertSeen';
import { changedLine } from './comparing/changedLine';
import {
  VariantComparisons,
  VariantsQuestion,
} from './comparing/VariantComparisons';
import { findChange, FoundChange } from './findChange';
import { Manifest } from './manifests/manifests';
import { InspectedTools } from './rendering/inspectTools';
import { FoundTools } from './rendering/RenderTools';
import {
  LaidOutTarget,
  TargetLayouts,
  TargetLayoutsOptions,
} from './rendering/TargetLayouts';
import {
  TargetRenderings,
  TargetRenderingsOptions,
} from './rendering/TargetRenderings';
import { SourceSwitch } from './switches/switchesOf';
import { switchesAt } from './switchesAt';
import { TargetDescription } from './TargetDescription';
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

interface ShowOptions extends CallOptions {
  /**
   * Whether the caller has the permission `progressive-delivery.comparison.values.read`, and alone gets the answer: what is
   * logged, or put into a pull request or an output, is masked. Default: false
   */
  values?: boolean;
}

interface CompareOptions extends ShowOptions {
  /** Told what is edited as soon as it is known, before anything is rendered. */
  onEdit?(edited: Pick<ComparedTarget, 'edit' | 'editPlaces'>): void;
}

/** What a switch changes. */
export interface ComparedTarget
  extends Pick<FoundChange, 'editPlaces' | 'laidOut' | 'render'> {
  comparison: Comparison;
  edit: ValuesEdit;
}

/** Renders targets with a switch off and on. */
export class VariantService {
  static create(options: VariantServiceOptions): VariantService {
    return new VariantService(options);
  }

  private readonly parts: Parameters<typeof findChange>[2];
  private readonly describer: TargetDescriber;
  private readonly comparisons = VariantComparisons.create();

  private constructor(options: VariantServiceOptions) {
    this.parts = {
      layouts: TargetLayouts.create(options),
      renderings: TargetRenderings.create(options),
      switchReader: SwitchReader.create(),
    };
    this.describer = TargetDescriber.create(this.parts);
  }

  /** The tools that render, of all installations, as they are now. */
  async inspectTools(): Promise<InspectedTools[]> {
    return this.parts.renderings.inspectTools();
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
   * Switches as Git has them, without rendering anything: what they do stays `pending`, and no workloads are known.
   *
   * @throws as {@link VariantService.describe}
   */
  async outline(
    target: DeliveryTarget,
    options: { signal?: AbortSignal } = {},
  ): Promise<TargetDescription> {
    return this.describer.outline(target, options);
  }

  /**
   * The files of a target's sources, and the switches in them, without rendering anything.
   *
   * @throws as {@link VariantService.describe}
   */
  async read(
    target: DeliveryTarget,
    { signal }: CallOptions = {},
  ): Promise<{ laidOut: LaidOutTarget; switches: SourceSwitch[] }> {
    return this.describer.read(target, { signal });
  }

  /** As {@link TargetRenderings.findTools} */
  async findTools(
    target: DeliveryTarget,
    { signal }: CallOptions = {},
  ): Promise<FoundTools> {
    return this.parts.renderings.findTools(target, { signal });
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
    return switchesAt(target, commits, this.parts, { signal });
  }

  /**
   * The objects that a target is made of, unmasked: for what their Secrets hold, and not to be shown.
   *
   * @throws InputError where it does not render; ServiceUnavailableError where the tools cannot be run
   */
  async render(
    target: DeliveryTarget,
    { signal }: CallOptions = {},
  ): Promise<Manifest[]> {
    const { layouts, renderings } = this.parts;
    const laidOut = await layouts.layOut(target, { signal });
    const tools = await renderings.findTools(target, { signal });
    return renderings.render(laidOut, tools, { signal });
  }

  /**
   * The edit that changes a switch, without rendering anything. Where the switch is so already, it changes nothing.
   *
   * @throws NotFoundError where the target has no such switch
   * @throws ConflictError where it cannot be proposed, and why
   */
  async edit(
    target: DeliveryTarget,
    change: SwitchChange,
    { signal }: CallOptions = {},
  ): Promise<ValuesEdit> {
    const { edit } = await this.find(target, change, { signal });
    return edit;
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
    const found = await this.find(target, change, { onEdit, signal });
    const { alreadySet, edit, editPlaces, laidOut, render, requested } = found;
    const { profile } = found.tools;
    const { sentences, ...compared } = await this.comparisons.compare(
      questionOf(found, values),
      { signal },
    );
    return {
      comparison: {
        target: target.id,
        switch: change.switch,
        enabled: change.enabled,
        digest: found.digest,
        profile,
        base: {
          repository: edit.repository,
          branch: edit.branch,
          commit: edit.commit,
        },
        summary: sentences.map(({ text }) => text).join(' '),
        sentences,
        alreadySet,
        valuesChange: alreadySet
          ? undefined
          : {
              file: edit.file,
              path: edit.path,
              line: changedLine(edit.before, edit.after),
              before: isSetIn(edit.file, requested.origin)
                ? requested.enabled
                : undefined,
              after: change.enabled,
            },
        masked: !values,
        ...compared,
      },
      edit,
      editPlaces,
      laidOut,
      render,
    };
  }

  /**
   * Documents of a comparison that somebody has seen, from `cursor` on, masked unless `values` says otherwise.
   *
   * @throws ConflictError where it would be another comparison by now
   */
  async documents(
    target: DeliveryTarget,
    { cursor, ...seen }: SeenComparison & { cursor?: string },
    { signal, values = false }: ShowOptions = {},
  ): Promise<DocumentPage> {
    const found = await this.findSeen(target, seen, { signal });
    return this.comparisons.page(
      questionOf(found, values),
      Number(cursor ?? 0),
      { signal },
    );
  }

  /**
   * One document of a comparison that somebody has seen, with all its lines.
   *
   * @param place - among all documents that differ, from 0
   * @throws ConflictError where it would be another comparison by now
   * @throws NotFoundError where it has no such document
   */
  async document(
    target: DeliveryTarget,
    seen: SeenComparison,
    place: number,
    { signal, values = false }: ShowOptions = {},
  ): Promise<WholeDocument> {
    const found = await this.findSeen(target, seen, { signal });
    return this.comparisons.document(questionOf(found, values), place, {
      signal,
    });
  }

  private async findSeen(
    target: DeliveryTarget,
    seen: SeenComparison,
    call: CallOptions,
  ): Promise<FoundChange> {
    const found = await this.find(target, seen, call);
    assertSeen(seen, { digest: found.digest, profile: found.tools.profile });
    return found;
  }

  private async find(
    target: DeliveryTarget,
    change: SwitchChange,
    call: Parameters<typeof findChange>[3],
  ): Promise<FoundChange> {
    return findChange(target, change, this.parts, call);
  }
}

function questionOf(
  { digest, render, tools }: FoundChange,
  values: boolean,
): VariantsQuestion {
  return { key: `${tools.profile.id} ${digest}`, values, render };
}

function isSetIn(file: string, origin: SwitchOrigin): boolean {
  return origin.from === 'overlay' && origin.file === file;
}
