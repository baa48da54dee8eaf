import { helmTemplate } from './rendering/helmTemplate';
import { findManifest, parseManifests } from './rendering/parseManifests';
import { render } from './rendering/render';

const on = { progressiveDelivery: { enabled: true } };

/** Values that the schema cannot refuse, and what the chart has to say. */
const badComponents: [values: object, says: string][] = [
  [
    { controllers: { replicas: null } },
    'controllers.replicas is null, which is possible with controllers.autoscaling.enabled only',
  ],
  [
    {
      ...on,
      controllers: { replicas: null, autoscaling: { enabled: true } },
    },
    'controllers.replicas is null: a Rollout without a number of replicas starts with one pod',
  ],
  [
    { ...on, controllers: { replicas: 2, autoscaling: { enabled: true } } },
    'controllers.replicas (2) must lie between controllers.autoscaling.minReplicas (3) and maxReplicas (9)',
  ],
  [
    {
      controlPlane: {
        autoscaling: { enabled: true, minReplicas: 5, maxReplicas: 4 },
      },
    },
    'controlPlane.autoscaling.minReplicas (5) is greater than',
  ],
  [
    {
      controlPlane: {
        autoscaling: { enabled: true, targetCPUUtilizationPercentage: null },
      },
    },
    'controlPlane.autoscaling aims at nothing',
  ],
  [
    { controlPlane: { minReadySeconds: 600 } },
    'controlPlane.progressDeadlineSeconds (600) must be greater than controlPlane.minReadySeconds (600)',
  ],
  [
    { controllers: { rollingUpdate: { maxSurge: '0%' } } },
    'controllers.rollingUpdate.maxSurge and controllers.rollingUpdate.maxUnavailable are both 0',
  ],
  [
    { progressiveDelivery: { enabled: true, maxSurge: 0 } },
    'progressiveDelivery.maxSurge and progressiveDelivery.maxUnavailable are both 0',
  ],
  [
    { controllers: { podDisruptionBudget: { minAvailable: 1 } } },
    'controllers.podDisruptionBudget needs one of minAvailable and maxUnavailable',
  ],
  [
    { controllers: { podDisruptionBudget: { maxUnavailable: null } } },
    'controllers.podDisruptionBudget needs one of minAvailable and maxUnavailable',
  ],
  [
    {
      env: { vars: { DATABASE_URL: 'postgres://' } },
      database: { secretRef: { name: 'database' } },
    },
    'env.vars.DATABASE_URL and database.secretRef.name both say',
  ],
  [
    {
      controllers: { env: { vars: { DATABASE_URL: 'postgres://' } } },
      database: { secretRef: { name: 'database' } },
    },
    'controllers.env.vars.DATABASE_URL and database.secretRef.name both say',
  ],
  [{ grpc: { port: 8080 } }, 'grpc.port and controlPlane.port are both 8080'],
  [
    { controllers: { livenessProbe: { grpc: { port: 50051 } } } },
    'controllers.livenessProbe needs exactly one of exec, grpc, httpGet and tcpSocket, and has grpc and httpGet',
  ],
  [
    { controlPlane: { startupProbe: { periodSeconds: 5 } } },
    'controlPlane.startupProbe needs exactly one of exec, grpc, httpGet and tcpSocket, and has none',
  ],
  [
    { controllers: { volumeMounts: [{ name: 'cache', mountPath: '/cache' }] } },
    'controllers.volumeMounts[0].name (cache) is not in controllers.volumes',
  ],
  [
    {
      controllers: {
        volumes: [
          { name: 'cache', emptyDir: {} },
          { name: 'cache', emptyDir: {} },
        ],
      },
    },
    'controllers.volumes has cache twice',
  ],
];

describe('what the schema cannot say of a component, the template says', () => {
  it.each(badComponents)('%j', async (values, says) => {
    const { code, stderr } = await helmTemplate({ values });
    expect(code).not.toBe(0);
    expect(stderr).toContain(says);
  });

  it('leaves the number of replicas to an autoscaler where a Deployment is rendered', async () => {
    const deployment = findManifest(
      parseManifests(
        await render({
          values: {
            controllers: { replicas: null, autoscaling: { enabled: true } },
          },
        }),
      ),
      'Deployment',
      'agents-controllers',
    );
    expect(deployment.spec).not.toHaveProperty('replicas');
  });
});
