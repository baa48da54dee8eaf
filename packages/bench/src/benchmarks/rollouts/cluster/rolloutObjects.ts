import { podObject } from './podObject';
import { podTemplate } from './podTemplate';

const STARTED = '2026-03-01T09:00:00Z';
const CHANGED = '2026-03-01T10:00:12Z';

/** An object and the status that its controller gives it once it is there. */
export interface Written<T = object> {
  object: T;
  status: object;
}

export interface RevisionOptions {
  hash: string;
  revision: number;
  /** Its pods; all are ready. */
  pods: number;
}

/** A canary that is paused at its second step, as the controller of argo-rollouts v1.10 leaves it. */
export function rolloutObject(
  namespace: string,
  name: string,
  revisions: RevisionOptions[],
): Written {
  const pods = revisions.reduce((sum, each) => sum + each.pods, 0);
  const [canary, stable = canary] = revisions;
  const condition = (
    type: string,
    status: string,
    reason: string,
    message: string,
  ) => ({
    type,
    status,
    reason,
    message,
    lastUpdateTime: CHANGED,
    lastTransitionTime: CHANGED,
  });
  return {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: {
        name,
        namespace,
        labels: { 'app.kubernetes.io/name': name },
        annotations: {
          'rollout.argoproj.io/revision': String(canary.revision),
          'argocd.argoproj.io/tracking-id': `${namespace}:argoproj.io/Rollout:${namespace}/${name}`,
        },
      },
      spec: {
        replicas: pods,
        revisionHistoryLimit: 3,
        selector: { matchLabels: { app: name } },
        strategy: {
          canary: {
            canaryService: `${name}-canary`,
            stableService: name,
            trafficRouting: { nginx: { stableIngress: name } },
            steps: [
              { setWeight: 10 },
              { pause: {} },
              { setWeight: 25 },
              { pause: { duration: '10m' } },
              { setWeight: 50 },
              { pause: { duration: '10m' } },
            ],
          },
        },
        template: podTemplate(name, canary.revision),
      },
    },
    status: {
      currentPodHash: canary.hash,
      stableRS: stable.hash,
      currentStepIndex: 1,
      currentStepHash: '5f6d4b7c88',
      replicas: pods,
      updatedReplicas: canary.pods,
      readyReplicas: pods,
      availableReplicas: pods,
      HPAReplicas: pods,
      selector: `app=${name}`,
      phase: 'Paused',
      message: 'CanaryPauseStep',
      controllerPause: true,
      observedGeneration: '1',
      pauseConditions: [{ reason: 'CanaryPauseStep', startTime: CHANGED }],
      canary: {
        weights: {
          canary: {
            weight: 10,
            serviceName: `${name}-canary`,
            podTemplateHash: canary.hash,
          },
          stable: {
            weight: 90,
            serviceName: name,
            podTemplateHash: stable.hash,
          },
        },
      },
      conditions: [
        condition(
          'Available',
          'True',
          'AvailableReason',
          'Rollout has minimum availability',
        ),
        condition(
          'Progressing',
          'Unknown',
          'RolloutPaused',
          'Rollout is paused',
        ),
        condition('Paused', 'True', 'RolloutPaused', 'Rollout is paused'),
        condition(
          'Healthy',
          'False',
          'RolloutHealthy',
          'Rollout is not healthy',
        ),
      ],
    },
  };
}

/** A ReplicaSet of a Rollout, with its pods. */
export function revisionObjects(
  rollout: { namespace: string; name: string; uid: string },
  { hash, pods, revision }: RevisionOptions,
): { replicaSet: Written; podsOf: (uid: string) => Written[] } {
  const { name, namespace } = rollout;
  const labels = { app: name, 'rollouts-pod-template-hash': hash };
  const template = podTemplate(name, revision);
  const replicaSetName = `${name}-${hash}`;
  return {
    replicaSet: {
      object: {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name: replicaSetName,
          namespace,
          labels,
          annotations: {
            'rollout.argoproj.io/revision': String(revision),
            'rollout.argoproj.io/desired-replicas': String(pods),
          },
          ownerReferences: [
            ownerReference('argoproj.io/v1alpha1', 'Rollout', rollout),
          ],
        },
        spec: {
          replicas: pods,
          selector: { matchLabels: labels },
          template: { ...template, metadata: { labels } },
        },
      },
      status: {
        replicas: pods,
        fullyLabeledReplicas: pods,
        readyReplicas: pods,
        availableReplicas: pods,
        observedGeneration: 1,
      },
    },
    podsOf: uid =>
      Array.from({ length: pods }, (_, index) =>
        podObject({
          namespace,
          name: `${replicaSetName}-${suffix(index)}`,
          labels,
          owner: ownerReference('apps/v1', 'ReplicaSet', {
            name: replicaSetName,
            uid,
          }),
          spec: template.spec,
          startedAt: STARTED,
        }),
      ),
  };
}

function ownerReference(
  apiVersion: string,
  kind: string,
  { name, uid }: { name: string; uid: string },
) {
  return {
    apiVersion,
    kind,
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

function suffix(index: number): string {
  return (index + 1_000_000).toString(36).padStart(5, '0').slice(-5);
}
