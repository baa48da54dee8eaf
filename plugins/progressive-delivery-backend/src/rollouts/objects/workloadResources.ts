import { analysisRunObjectSchema } from './kinds/analysisRunObject';
import { deploymentObjectSchema } from './kinds/deploymentObject';
import { EventObject, eventObjectSchema } from './kinds/eventObject';
import { experimentObjectSchema } from './kinds/experimentObject';
import { podObjectSchema } from './kinds/podObject';
import { replicaSetObjectSchema } from './kinds/replicaSetObject';
import { rolloutObjectSchema } from './kinds/rolloutObject';
import { serviceObjectSchema } from './kinds/serviceObject';

/** The kinds of objects whose events are reported. */
const EVENT_KINDS = new Set([
  'Deployment',
  'Rollout',
  'ReplicaSet',
  'Pod',
  'AnalysisRun',
  'Experiment',
]);

/**
 * Events of a namespace that are kept, the latest: of each, some 900 bytes, and what fails again and again makes
 * thousands an hour.
 */
const MOST_EVENTS = 2_000;

const ofWorkloads = {
  resource: 'events',
  schema: eventObjectSchema,
  keep: ({ kind }: EventObject) => kind !== undefined && EVENT_KINDS.has(kind),
  latest: { most: MOST_EVENTS, at: ({ lastAt }: EventObject) => lastAt },
} as const;

/**
 * All kinds of objects that statuses are derived from, whether they are listed or watched. Of events, which a namespace may
 * have thousands of, the API server itself leaves out what is not reported.
 */
export const workloadResources = {
  rollouts: { resource: 'rollouts', schema: rolloutObjectSchema },
  deployments: { resource: 'deployments', schema: deploymentObjectSchema },
  replicaSets: { resource: 'replicasets', schema: replicaSetObjectSchema },
  pods: { resource: 'pods', schema: podObjectSchema },
  analysisRuns: { resource: 'analysisruns', schema: analysisRunObjectSchema },
  experiments: { resource: 'experiments', schema: experimentObjectSchema },
  services: { resource: 'services', schema: serviceObjectSchema },
  warnings: { ...ofWorkloads, fieldSelector: 'type=Warning' },
  rolloutEvents: {
    ...ofWorkloads,
    fieldSelector: 'involvedObject.kind=Rollout,type=Normal',
  },
} as const;
