import {
  AnalysisRunObject,
  analysisRunObjectSchema,
} from '../objects/kinds/analysisRunObject';
import { EventObject, eventObjectSchema } from '../objects/kinds/eventObject';
import {
  ExperimentObject,
  experimentObjectSchema,
} from '../objects/kinds/experimentObject';
import { OwnedObjects, ownedObjects } from '../objects/ownedObjects';
import { PodObject, podObjectSchema } from '../objects/kinds/podObject';
import {
  RolloutObject,
  rolloutObjectSchema,
} from '../objects/kinds/rolloutObject';

/** Hashes of the revision that is stable and of the one that is on its way. */
export const STABLE = '6c8f9d7b54';
export const CANARY = '7d4b9c6f85';

const UID = 'uid-of-rollout';

/** A time of the day on which everything happens. */
export const at = (time: string) => `2026-03-01T${time}Z`;

/** Rollout `web`, on its way to revision 2. */
export function rolloutWith(options: {
  steps?: object[];
  strategy?: object;
  spec?: object;
  status?: object;
  metadata?: object;
}): RolloutObject {
  const { metadata, spec, status, steps = [], strategy } = options;
  return rolloutObjectSchema.parse({
    metadata: {
      name: 'web',
      namespace: 'shop',
      uid: UID,
      generation: 2,
      creationTimestamp: at('09:00:00'),
      annotations: { 'rollout.argoproj.io/revision': '2' },
      ...metadata,
    },
    spec: { replicas: 3, strategy: strategy ?? { canary: { steps } }, ...spec },
    status: {
      observedGeneration: '2',
      currentPodHash: CANARY,
      stableRS: STABLE,
      currentStepIndex: 0,
      replicas: 3,
      availableReplicas: 3,
      phase: 'Progressing',
      ...status,
    },
  });
}

/** An analysis run of the Rollout, for revision 2. */
export function analysisRunWith(options: {
  name?: string;
  step?: number;
  type?: string;
  createdAt?: string;
  revision?: string;
  owner?: string;
  spec?: object;
  status?: object;
}): AnalysisRunObject {
  const { step, type = 'Step' } = options;
  return analysisRunObjectSchema.parse({
    metadata: {
      name: options.name ?? `web-${CANARY}-2-${step}`,
      uid: `uid-of-${options.name ?? `run-${step}`}`,
      creationTimestamp: options.createdAt ?? at('10:00:05'),
      annotations: { 'rollout.argoproj.io/revision': options.revision ?? '2' },
      labels: {
        'rollout-type': type,
        ...(step !== undefined && { 'step-index': String(step) }),
      },
      ownerReferences: [{ uid: options.owner ?? UID }],
    },
    spec: { metrics: [], ...options.spec },
    status: options.status,
  });
}

/** An experiment of the Rollout, for revision 2. */
export function experimentWith(options: {
  step: number;
  suffix?: string;
  spec?: object;
  status?: object;
}): ExperimentObject {
  return experimentObjectSchema.parse({
    metadata: {
      name: `web-${CANARY}-2-${options.step}${options.suffix ?? ''}`,
      uid: `uid-of-experiment-${options.step}`,
      creationTimestamp: at('10:00:05'),
      annotations: { 'rollout.argoproj.io/revision': '2' },
      ownerReferences: [{ uid: UID }],
    },
    spec: { templates: [], ...options.spec },
    status: options.status,
  });
}

/** An event of the Rollout. */
export function eventWith(
  reason: string,
  message: string,
  time: string,
  more: object = {},
): EventObject {
  return eventObjectSchema.parse({
    metadata: { name: `web.${reason}.${time}`, uid: `${reason}.${time}` },
    involvedObject: { kind: 'Rollout', name: 'web', uid: UID },
    type: 'Normal',
    reason,
    message,
    firstTimestamp: at(time),
    lastTimestamp: at(time),
    ...more,
  });
}

/** A pod with one container, `web`. */
export function podWith(options: {
  name?: string;
  owner?: string;
  metadata?: object;
  status?: object;
  container?: object;
}): PodObject {
  const { container, metadata, name = 'web-a', owner = 'uid-of-rs' } = options;
  return podObjectSchema.parse({
    metadata: {
      name,
      uid: `uid-of-${name}`,
      ownerReferences: [{ uid: owner }],
      ...metadata,
    },
    spec: {},
    status: {
      phase: 'Running',
      ...(container && {
        containerStatuses: [{ name: 'web', restartCount: 0, ...container }],
      }),
      ...options.status,
    },
  });
}

/** All that could be read and is not there, but for these. */
export function ownedWith(
  lists: Partial<Parameters<typeof ownedObjects>[0]> = {},
): OwnedObjects {
  return ownedObjects({
    replicaSets: [],
    pods: [],
    analysisRuns: [],
    experiments: [],
    services: [],
    events: [],
    ...lists,
  });
}
