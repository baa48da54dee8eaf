import { z } from 'zod/v4';
import { analysisRunStatusSchema } from './analysisRunStatus';
import { controllerObservationSchema } from './controllerObservation';
import {
  reportedKindSchema,
  workloadKindSchema,
} from '../targets/deliveryTarget';
import { experimentStatusSchema } from './experimentStatus';
import { failureSchema } from './failure';
import {
  rolloutActionRequestSchema,
  rolloutActionStateSchema,
} from './rolloutAction';
import { openArray, openEnum } from '../openEnum';
import { Problem, problemSchema } from '../problems/problem';
import { revisionStatusSchema } from './revisionStatus';
import { rolloutStepSchema } from './rolloutStep';
import { toMessage } from '../texts';
import { workloadEventSchema } from './workloadEvent';

/**
 * What holds a workload. Where there are several, each of them does.
 *
 * @public
 */
export const pauseStatusSchema = z.object({
  /**
   * `CanaryPauseStep`, `BlueGreenPause`, `InconclusiveAnalysisRun` or `InconclusiveExperiment` in the words of the
   * controller; `spec.paused` where somebody has paused it by hand.
   */
  reason: z.string(),
  /** ISO 8601. */
  since: z.string().optional(),
  /** ISO 8601; when it is over by itself. Absent where it lasts until somebody promotes or unpauses it. */
  until: z.string().optional(),
});

/** @public */
export type PauseStatus = z.infer<typeof pauseStatusSchema>;

/**
 * How an update was given up.
 *
 * @public
 */
export const abortStatusSchema = z.object({
  /** Index of the step that it was at; `unknown` where nothing tells that any more, absent without steps. */
  step: z
    .union([z.number().int().nonnegative(), z.literal('unknown')])
    .optional(),
  /** ISO 8601; absent while the controller has not acted on it. */
  at: z.string().optional(),
  /** What failed, in the words of the controller; absent where somebody has aborted it. */
  because: z.string().optional(),
});

/** @public */
export type AbortStatus = z.infer<typeof abortStatusSchema>;

const namedService = {
  role: openEnum(
    ['stable', 'canary', 'active', 'preview', 'ping', 'pong'],
    'unknown',
  ),
  name: z.string(),
};

/**
 * A Service that a Rollout names, and whose pods it selects.
 *
 * @public
 */
export const serviceStatusSchema = z.discriminatedUnion('selects', [
  /** There is none of that name. */
  z.object({ ...namedService, selects: z.literal('missing') }),
  /** It selects the pods of all revisions. */
  z.object({ ...namedService, selects: z.literal('all') }),
  z.object({
    ...namedService,
    selects: z.literal('revision'),
    podHash: z.string(),
    /** Its number, where it is among the revisions. */
    revision: z.number().int().optional(),
  }),
]);

/** @public */
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/**
 * A part of a status that is read by itself, and may not be readable.
 *
 * @public
 */
export const statusPartSchema = z.enum([
  'replicaSets',
  'pods',
  'analysisRuns',
  'experiments',
  'services',
  'events',
]);

/** @public */
export type StatusPart = z.infer<typeof statusPartSchema>;

/**
 * What a person needs to know of a Rollout (or a Deployment) and all it owns.
 *
 * @public
 */
export const readableRolloutStatusSchema = z.object({
  kind: workloadKindSchema,
  namespace: z.string(),
  name: z.string(),
  /** Why nothing but its identity could be read: the rest then says nothing. Absent where it could be. */
  unreadable: problemSchema.optional(),
  /** As `kubectl argo rollouts get rollout` says it. */
  phase: openEnum(['Healthy', 'Progressing', 'Paused', 'Degraded'], 'Unknown'),
  message: z.string().optional(),
  strategy: openEnum(
    ['canary', 'blueGreen', 'rollingUpdate', 'recreate'],
    'unknown',
  ),
  /**
   * What routes the traffic of a canary: `nginx`, `istio` or the name of a plugin. Absent without traffic routing: its
   * weight is then one of pods.
   */
  trafficRouters: z.array(z.string()).optional(),
  /** Whose pod template it takes, where it has none itself. */
  workloadRef: z.object({ kind: z.string(), name: z.string() }).optional(),
  /** What was asked for and is not observed yet, and whether the controller is there at all. */
  observation: controllerObservationSchema,
  /** What could not be read, and why is among the problems of the target: nothing of it here does not mean none. */
  unread: openArray(statusPartSchema),
  /**
   * A condition `InvalidSpec` that a healthy Rollout still has, and since when: the spec that the controller refused is no
   * more. Of a spec that is refused now, the phase and the message say so.
   */
  pastInvalidSpec: z
    .object({ message: z.string(), since: z.string().optional() })
    .optional(),
  aborted: z.boolean(),
  /** Absent where it is not aborted. */
  abort: abortStatusSchema.optional(),
  /** Why it is aborted, or why it is degraded where more is known than its message; Rollouts only. */
  failure: failureSchema.optional(),
  /** What an action is made for, `rolloutActionRequestSchema`; Rollouts only. */
  seen: rolloutActionRequestSchema.optional(),
  /** What can be done now, and what cannot and why; empty for a Deployment. */
  actions: openArray(rolloutActionStateSchema),
  /** All that holds it; empty where nothing does. */
  pauses: z.array(pauseStatusSchema),
  /** ISO 8601; since when it is paused: the earliest of its pauses. */
  pausedSince: z.string().optional(),
  /** Steps of a canary with their states; empty without steps. */
  steps: z.array(rolloutStepSchema),
  /** Index of the step it is at, `steps.length` when done; absent without steps. */
  stepIndex: z.number().int().nonnegative().optional(),
  /**
   * It cannot be through its steps sooner than `seconds` after `from` (ISO 8601; absent where that is not known: after
   * now). This is the time that they wait at least, to which all that takes as long as it takes is added: pods that
   * start, analyses. Absent where a step waits for somebody, or where there is nothing left to wait for.
   */
  doneNotBefore: z
    .object({
      from: z.string().optional(),
      seconds: z.number().int().nonnegative(),
    })
    .optional(),
  /** When it counts as failed unless something moves, and whether it is aborted then; absent where no clock runs. */
  progressDeadline: z
    .object({
      /** ISO 8601. */
      at: z.string(),
      aborts: z.boolean(),
    })
    .optional(),
  /** Percent of traffic (or of pods, without traffic routing) that the canary should get and gets; canaries only. */
  weight: z
    .object({ set: z.number(), actual: z.number().optional() })
    .optional(),
  replicas: z.object({
    desired: z.number().int(),
    current: z.number().int(),
    updated: z.number().int(),
    ready: z.number().int(),
    available: z.number().int(),
  }),
  revisions: openArray(revisionStatusSchema),
  /** Current ones first, then the latest; at most ten. Absent where they could not be read. */
  analysisRuns: openArray(analysisRunStatusSchema).optional(),
  /** Current ones first, then the latest; at most five. Absent where they could not be read. */
  experiments: openArray(experimentStatusSchema).optional(),
  /** Those that the Rollout names. Absent where they could not be read. */
  services: openArray(serviceStatusSchema).optional(),
  /**
   * Warnings of it, its ReplicaSets, pods, analysis runs and experiments, and what else its controller has recorded of
   * it; the latest 20, latest first. Absent where they could not be read.
   */
  events: openArray(workloadEventSchema).optional(),
});

/**
 * The status of a workload; all but its identity is unknown where it is `unreadable`.
 *
 * @public
 */
export interface RolloutStatus
  extends Omit<z.infer<typeof readableRolloutStatusSchema>, 'kind'> {
  /** `Deployment` or `Rollout`, or, where it is `unreadable`, what a later version says. */
  kind: z.infer<typeof reportedKindSchema>;
}

/**
 * The status of a workload that is there and cannot be read.
 *
 * @public
 */
export function unreadableRolloutStatus(
  { kind, name, namespace }: Pick<RolloutStatus, 'kind' | 'name' | 'namespace'>,
  unreadable: Problem,
): RolloutStatus {
  return {
    kind,
    namespace,
    name,
    unreadable,
    phase: 'Unknown',
    strategy: 'unknown',
    observation: { state: 'unknown' },
    unread: [...statusPartSchema.options],
    aborted: false,
    actions: [],
    pauses: [],
    steps: [],
    replicas: { desired: 0, current: 0, updated: 0, ready: 0, available: 0 },
    revisions: [],
  };
}

/** A status of a later version that this one cannot read still tells that the workload is there. */
const laterRolloutStatusSchema = z
  .object({
    kind: reportedKindSchema,
    namespace: z.string(),
    name: z.string(),
    unreadable: problemSchema.optional().catch(undefined),
  })
  .transform(({ unreadable, ...identity }) =>
    unreadableRolloutStatus(
      identity,
      unreadable ??
        toMessage('problem', { id: 'statusOfLaterVersion', parameters: {} }),
    ),
  );

/**
 * The status of a workload, or that it is there where a later version has made something of it that cannot be read.
 *
 * @public
 */
export const rolloutStatusSchema: z.ZodType<RolloutStatus> = z.union([
  readableRolloutStatusSchema,
  laterRolloutStatusSchema,
]);

/**
 * Answer of `GET .../rollouts`.
 *
 * @public
 */
export const rolloutsResponseSchema = z.object({
  /** ISO 8601; when the cluster was asked. */
  observedAt: z.string(),
  rollouts: openArray(rolloutStatusSchema),
  /** What could not be read. */
  problems: z.array(problemSchema),
});

/** @public */
export type RolloutsResponse = z.infer<typeof rolloutsResponseSchema>;
