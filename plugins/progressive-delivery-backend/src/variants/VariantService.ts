import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Comparison,
  DeliverySourceSummary,
  DeliverySwitch,
  SwitchChange,
  SwitchOrigin,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { SwitchReader } from '../switches/SwitchReader';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { changedLine } from './comparing/changedLine';
import { compareManifests } from './comparing/compareManifests';
import { KnownSwitches } from './switches/KnownSwitches';
import { Manifest, workloadKind } from './manifests/manifests';
import { SourceSwitch, switchesOf } from './switches/switchesOf';
import {
  LaidOutTarget,
  TargetRenderings,
  TargetRenderingsOptions,
} from './rendering/TargetRenderings';
import { VariantComparisons } from './comparing/VariantComparisons';

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

interface CompareOptions extends CallOptions {
  /**
   * Whether the caller has the permission `progressive-delivery.comparison.values.read`, and alone gets the answer: what is
   * logged, or put into a pull request or an output, is masked. Default: false
   */
  values?: boolean;
}

/** Renders targets with a switch off and on. */
export class VariantService {
  static create(options: TargetRenderingsOptions): VariantService {
    return new VariantService(TargetRenderings.create(options));
  }

  private readonly switchReader = SwitchReader.create();
  private readonly switches = KnownSwitches.create(this.switchReader);
  private readonly comparisons = VariantComparisons.create();

  private constructor(private readonly renderings: TargetRenderings) {}

  /**
   * Looks at the tools that render.
   *
   * @returns what is missing, each a sentence
   * @throws InputError where tools cannot work together
   */
  async checkTools(): Promise<string[]> {
    return this.renderings.checkTools();
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
    const laidOut = await this.renderings.layOut(target, { signal });
    const switches = await switchesOf(laidOut.sources, this.switchReader, {
      signal,
    });
    const description: TargetDescription = {
      sources: summarizeSources(laidOut, switches),
      switches: switches.map(({ id, enabled, origin, notProposable }) => ({
        id,
        enabled,
        origin,
        notProposable,
      })),
      workloads: [],
      editPlaces: switches.flatMap(({ edit, id }) =>
        edit
          ? [
              {
                switch: id,
                repository: edit.repository,
                base: edit.branch,
                file: edit.file,
                path: edit.path,
              },
            ]
          : [],
      ),
      problems: switches.flatMap(textProblem),
    };
    if (laidOut.notRendered.length > 0) {
      description.problems.push(...laidOut.notRendered);
      return description;
    }
    try {
      description.workloads = await this.workloads(laidOut, switches, {
        signal,
      });
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
   * What a switch changes, masked unless `values` says otherwise, and the edit that does it.
   *
   * @throws NotFoundError where the target has no such switch
   * @throws ConflictError where it cannot be proposed, and why
   * @throws InputError where a variant does not render; the message is the tool's own
   */
  async compare(
    target: DeliveryTarget,
    change: SwitchChange,
    { signal, values = false }: CompareOptions = {},
  ): Promise<{ comparison: Comparison; edit: ValuesEdit }> {
    const laidOut = await this.renderings.layOut(target, { signal });
    const switches = await this.switches.of(laidOut.sources, { signal });
    const requested = switches.find(({ id }) => id === change.switch);
    if (!requested) {
      if (laidOut.notRendered.length > 0) {
        // It may be a switch of what could not be read.
        throw new InputError(laidOut.notRendered[0]);
      }
      throw new NotFoundError(
        `${target.title} has no switch ${change.switch}; its switches: ${
          switches.map(({ id }) => id).join(', ') || 'none'
        }`,
      );
    }
    if (!requested.edit) {
      throw new ConflictError(
        requested.notProposable ?? `${change.switch} cannot be proposed`,
      );
    }
    const tools = await this.renderings.findTools(target, { signal });
    const alreadySet = requested.enabled === change.enabled;
    const edit = alreadySet
      ? { ...requested.edit, after: requested.edit.before }
      : requested.edit;
    const edited = { kind: 'edit', edit } as const;
    const digest = this.renderings.digest(laidOut, edited);
    const compared = await this.comparisons.compare(
      {
        key: `${tools.profile.id} ${digest}`,
        values,
        render: shared =>
          Promise.all([
            this.renderings.render(laidOut, tools, shared),
            this.renderings.render(laidOut, tools, {
              ...shared,
              change: edited,
            }),
          ]),
      },
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
        summary: compared.sentences.join(' '),
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
      },
      edit,
    };
  }

  /** What Git renders, and which switches move it: each is tried out, also one that cannot be proposed. */
  private async workloads(
    laidOut: LaidOutTarget,
    switches: SourceSwitch[],
    { signal }: CallOptions,
  ): Promise<TargetDescription['workloads']> {
    const tools = await this.renderings.findTools(laidOut.target, { signal });
    const now = await this.renderings.render(laidOut, tools, { signal });
    const moved = await Promise.all(
      switches.map(async ({ edit, id, path, trial }) => ({
        id,
        length: path.length,
        names: trial
          ? await this.renderings
              .render(laidOut, tools, { signal, change: trial })
              .then(
                after => kindChanges(now, after),
                error => {
                  // What cannot be proposed anyway may not render either.
                  if (edit || !(error instanceof InputError)) {
                    throw error;
                  }
                  return new Set<string>();
                },
              )
          : new Set<string>(),
      })),
    );
    moved.sort((a, b) => b.length - a.length);
    return now.flatMap(manifest => {
      const kind = workloadKind(manifest);
      return kind
        ? [
            {
              ...identify(manifest, laidOut.target),
              kind,
              switches: moved
                .filter(({ names }) => names.has(workloadName(manifest)))
                .map(({ id }) => id),
            },
          ]
        : [];
    });
  }
}

function isSetIn(file: string, origin: SwitchOrigin): boolean {
  return origin.from === 'overlay' && origin.file === file;
}

function summarizeSources(
  { sources, target }: LaidOutTarget,
  switches: SourceSwitch[],
): DeliverySourceSummary[] {
  return target.sources.map(source => {
    const held = sources
      .flatMap(({ refLayouts, ...own }) => [own, ...refLayouts.values()])
      .find(each => each.source === source);
    return {
      repository: source.repository,
      revision: source.revision,
      path: source.path,
      commit: held?.layout.commit,
      valuesFile: switches.find(({ file }) => file?.source === source)?.file
        ?.path,
    };
  });
}

/** Namespaces and names of the workloads that are of another kind in the second rendering. */
async function kindChanges(
  before: Manifest[],
  after: Manifest[],
): Promise<Set<string>> {
  const { changes } = await compareManifests(before, after);
  return new Set(
    changes.flatMap(change =>
      change.change === 'kind-changed' ? [workloadName(change.before)] : [],
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

/** A text such as `"false"` turns a switch on, which is hardly what was meant. */
function textProblem({ id, text }: SourceSwitch): string[] {
  return text === undefined
    ? []
    : [
        `The value of ${id} is the text ${JSON.stringify(
          text.slice(0, 40),
        )}, which a template takes for true unless it is empty: write true or false without quotes.`,
      ];
}
