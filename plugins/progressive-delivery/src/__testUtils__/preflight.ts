import {
  Finding,
  findingDocs,
  findingMessage,
  Preflight,
  Unchecked,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What blocks: a Deployment without PruneLast. */
export const pruneLastMissing = (workload: string): Finding => ({
  id: 'prune-last-live',
  object: { kind: 'Deployment', namespace: 'agents', name: workload },
  severity: 'block',
  ...findingMessage({
    message: 'pruneLastMissing',
    parameters: { kind: 'Deployment', workload, replacedBy: 'Rollout' },
  }),
  docs: findingDocs('prune-last-live'),
});

/** A warning about an object in the cluster. */
export const scalerLeftBehind: Finding = {
  id: 'scalers-follow',
  object: {
    kind: 'HorizontalPodAutoscaler',
    namespace: 'agents',
    name: 'agents-controllers',
    cluster: 'production',
  },
  severity: 'warn',
  ...findingMessage({
    message: 'scalerLeftBehind',
    parameters: {
      scaler: 'HorizontalPodAutoscaler agents-controllers',
      kind: 'Deployment',
      workload: 'agents-controllers',
      replacedBy: 'Rollout',
      field: 'scaleTargetRef',
      apiVersion: 'argoproj.io/v1alpha1',
    },
  }),
  docs: findingDocs('scalers-follow'),
};

/** Of a check that another module has added, which says it in its own words. */
export const teamLabelMissing: Finding = {
  id: 'team-label',
  object: { kind: 'Deployment', name: 'agents-controllers' },
  severity: 'info',
  parameters: {},
  seen: 'Deployment agents-controllers has no label team',
  why: 'Nobody knows whom to page.',
  remedy: 'Add the label.',
  docs: 'https://wiki.example.com/team-label',
};

/** A check that may not look. */
export const forbidden = (id: string): Unchecked => ({
  id,
  ...uncheckedMessage({
    message: 'forbidden',
    parameters: {
      verb: 'list',
      resource: 'horizontalpodautoscalers',
      cluster: 'production',
      said: 'no',
    },
  }),
});

/** A preflight as the backend answers it. */
export const preflight = ({
  findings = [],
  unchecked = [],
  acknowledgeWarnings = false,
}: Partial<Preflight> = {}): Preflight => ({
  findings,
  unchecked,
  summary: {
    looked: 12 - unchecked.length,
    found: new Set(findings.map(({ id }) => id)).size,
    couldNotLook: unchecked.length,
  },
  acknowledgeWarnings,
});
