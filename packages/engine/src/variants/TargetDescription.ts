import {
  DeliverySourceSummary,
  DeliverySwitch,
  Problem,
  TargetRendering,
  toMessage,
  visibleText,
  WorkloadKind,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { Manifest, workloadKind } from './manifests/manifests';
import { LaidOutTarget } from './rendering/TargetLayouts';
import { SourceSwitch } from './switches/switchesOf';
import { TriedSwitch, workloadName } from './switches/SwitchTrials';

/** What Git says of a delivery target. */
export interface TargetDescription {
  sources: DeliverySourceSummary[];
  switches: Omit<DeliverySwitch, 'owned'>[];
  /** Empty where nothing could be rendered, and as long as it is not. */
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
  /** How far the rendering is that workloads and what switches do are told by. */
  rendering: TargetRendering;
  /** What could not be read or rendered, or is not as it should be. */
  problems: Problem[];
}

/** What is known before anything of a target is read. */
export function unreadDescription({
  sources,
}: DeliveryTarget): TargetDescription {
  return {
    sources: sources.map(({ repository, revision, path }) => ({
      repository,
      revision,
      path,
    })),
    switches: [],
    workloads: [],
    editPlaces: [],
    rendering: { state: 'pending' },
    problems: [],
  };
}

/** What is known once a target's files are there. */
export function laidOutDescription(
  laidOut: LaidOutTarget,
  switches: SourceSwitch[],
): TargetDescription {
  return {
    sources: summarizeSources(laidOut, switches),
    switches: switches.map(({ id, enabled, origin, notProposable }) => ({
      id,
      enabled,
      origin,
      notProposable,
      trial: { state: 'pending' },
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
    rendering: { state: 'pending' },
    problems: switches.flatMap(textProblem),
  };
}

/** The same once it cannot be rendered. */
export function failedDescription(
  description: TargetDescription,
  problems: Problem[],
): TargetDescription {
  return {
    ...description,
    switches: description.switches.map(({ trial: _, ...each }) => each),
    rendering: { state: 'failed' },
    problems: [...description.problems, ...problems],
  };
}

/** The same with what Git renders; `tried` holds the switches that are flipped already, in the order of their paths. */
export function renderedDescription(
  description: TargetDescription,
  { target }: LaidOutTarget,
  now: Manifest[],
  tried: ReadonlyMap<string, TriedSwitch>,
): TargetDescription {
  const moves = Array.from(tried, ([id, { moved }]) => ({ id, moved }));
  return {
    ...description,
    switches: description.switches.map(each => ({
      ...each,
      trial: tried.get(each.id)?.trial ?? each.trial,
    })),
    workloads: now.flatMap(manifest => {
      const kind = workloadKind(manifest);
      return kind
        ? [
            {
              namespace:
                manifest.metadata.namespace ??
                target.destination.namespace ??
                'default',
              name: manifest.metadata.name ?? '',
              kind,
              switches: moves
                .filter(({ moved }) => moved.has(workloadName(manifest)))
                .map(({ id }) => id),
            },
          ]
        : [];
    }),
    rendering: {
      state: tried.size < description.switches.length ? 'pending' : 'done',
    },
  };
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

/** A text such as `"false"` turns a switch on, which is hardly what was meant. */
function textProblem({ id, text }: SourceSwitch): Problem[] {
  return text === undefined
    ? []
    : [
        toMessage('problem', {
          id: 'switchIsText',
          parameters: { switch: id, value: visibleText(text.slice(0, 40)) },
        }),
      ];
}
