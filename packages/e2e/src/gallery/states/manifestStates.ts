import { RolloutManifest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Answer, GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { problem, streamOf, targetWith } from '../wire/targetWith';

export const manifestScenario = 'recorded/step-1-paused';

/** As it is shown to those who may see values, or to others. */
const yamlOf = (
  value: (text: string) => string,
) => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  annotations:
    example.com/owner: ${value('team-checkout')}
    rollout.argoproj.io/revision: '2'
  generation: 7
  labels:
    app.kubernetes.io/name: web
  namespace: shop
spec:
  replicas: 3
  strategy:
    canary:
      maxSurge: 1
      steps:
        - setWeight: 25
        - pause: {}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      containers:
        - name: web
          args:
            - ${value(
              '--feature-flags=checkout-v2,search-in-the-header,recommendations-below-the-basket,express-checkout',
            )}
          env:
            - name: LOG_LEVEL
              value: ${value('info')}
            - name: PASSWORD
              value: •••
          image: registry.example.com/shop/web:1.9.2
          resources:
            limits:
              memory: 256Mi
status:
  currentStepIndex: 1
  phase: Paused
`;

const shown: RolloutManifest = {
  observedAt: new Date().toISOString(),
  yaml: yamlOf(text => text),
  masked: false,
  shortened: false,
};
const masked: RolloutManifest = {
  ...shown,
  yaml: yamlOf(() => '•••'),
  masked: true,
};

/** The YAML of a Rollout in each state that it can be in. */
export function manifestStates(recorded: RecordedStatuses): GalleryState[] {
  const workloads = [recorded.status(manifestScenario, 'web')];
  const target = targetWith(workloads);
  const state = (
    id: string,
    title: string,
    shows: string,
    manifest: Answer<RolloutManifest>,
  ): GalleryState => ({
    id: `yaml-${id}`,
    title,
    shows,
    targets: { body: { targets: [target], unusable: [] } },
    rollouts: { body: streamOf([{ target, workloads }]) },
    manifest,
    press: [{ role: 'button', name: 'YAML' }],
  });
  return [
    state('shown', 'YAML for those who may see values', 'apiVersion', {
      body: shown,
    }),
    state('masked', 'YAML for those who may not', 'apiVersion', {
      body: masked,
    }),
    state(
      'not-rendered',
      'YAML of a target whose Secrets are not known',
      'apiVersion',
      {
        body: {
          ...masked,
          notRendered: problem({
            id: 'renderingTooSlow',
            parameters: { seconds: 10 },
          }),
        },
      },
    ),
    state('failed', 'YAML that the cluster does not tell', 'Try again', {
      status: 503,
      error: {
        name: 'ServiceUnavailableError',
        message: 'Cluster production did not answer within 20 s',
      },
    }),
  ];
}
