import { stringify } from 'yaml';
import {
  findManifest,
  Manifest,
  parseManifests,
} from './rendering/parseManifests';
import { render } from './rendering/render';

const components = [
  { key: 'controlPlane', name: 'agents' },
  { key: 'controllers', name: 'agents-controllers' },
];
const states = [undefined, true, false];
const pruneLast = 'argocd.argoproj.io/sync-options';

const enabledIs = (enabled: boolean | undefined) =>
  enabled === undefined ? {} : { progressiveDelivery: { enabled } };

async function renderAll(values: object): Promise<Manifest[]> {
  return parseManifests(await render({ values }));
}

const workloadsOf = (manifests: Manifest[]) =>
  Object.fromEntries(
    manifests
      .filter(({ kind }) => ['Deployment', 'Rollout'].includes(kind))
      .map(({ kind, metadata }) => [metadata.name, kind]),
  );

describe('which kind is rendered', () => {
  const combinations = states.flatMap(both =>
    states.map(own => ({ both, own, rollout: own ?? both ?? false })),
  );

  for (const { key, name } of components) {
    it.each(combinations)(
      `${name}: progressiveDelivery.enabled $both and its own $own give a Rollout: $rollout`,
      async ({ both, own, rollout }) => {
        const manifests = await renderAll({
          ...enabledIs(both),
          [key]: enabledIs(own),
        });
        const other = components.find(component => component.name !== name)!;
        expect(workloadsOf(manifests)).toEqual({
          [name]: rollout ? 'Rollout' : 'Deployment',
          [other.name]: both ? 'Rollout' : 'Deployment',
        });
      },
    );
  }

  it('treats null as unset', async () => {
    const manifests = await renderAll({
      progressiveDelivery: { enabled: true },
      controllers: { progressiveDelivery: { enabled: null } },
      controlPlane: { progressiveDelivery: null },
    });
    expect(workloadsOf(manifests)).toEqual({
      agents: 'Rollout',
      'agents-controllers': 'Rollout',
    });
  });
});

describe.each(components)('the switch of $name', ({ key, name }) => {
  const values = { [key]: { autoscaling: { enabled: true } } };
  const on = {
    [key]: {
      autoscaling: { enabled: true },
      progressiveDelivery: { enabled: true },
    },
  };

  it('changes kind and strategy and nothing else of the workload', async () => {
    const deployment = findManifest(
      await renderAll(values),
      'Deployment',
      name,
    );
    const rollout = findManifest(await renderAll(on), 'Rollout', name);
    expect(rollout.apiVersion).toBe('argoproj.io/v1alpha1');
    expect(rollout.metadata).toEqual(deployment.metadata);
    const { strategy: canary, ...rolloutSpec } = rollout.spec!;
    const { strategy: rolling, ...deploymentSpec } = deployment.spec!;
    expect(stringify(rolloutSpec)).toBe(stringify(deploymentSpec));
    expect(canary).toEqual({
      canary: {
        maxSurge: 1,
        maxUnavailable: 0,
        steps: [{ setWeight: 25 }, { pause: {} }],
      },
    });
    expect(rolling).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
    expect(rolloutSpec).toMatchObject({
      replicas: expect.any(Number),
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 5,
    });
  });

  it('takes the autoscaler along', async () => {
    const reference = async (of: object) =>
      findManifest(await renderAll(of), 'HorizontalPodAutoscaler', name).spec!
        .scaleTargetRef;
    expect(await reference(values)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name,
    });
    expect(await reference(on)).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name,
    });
  });

  it('leaves everything else as it is', async () => {
    const others = async (of: object) =>
      (await renderAll(of)).filter(
        ({ kind, metadata }) =>
          metadata.name !== name ||
          !['Deployment', 'Rollout', 'HorizontalPodAutoscaler'].includes(kind),
      );
    const before = await others(values);
    expect(before.filter(({ kind }) => kind === 'Service')).toHaveLength(3);
    expect(
      before.filter(({ kind }) => kind === 'PodDisruptionBudget'),
    ).toHaveLength(2);
    expect(await others(on)).toEqual(before);
  });

  it('selects with its Services and its PodDisruptionBudget what its pods are labelled', async () => {
    const manifests = await renderAll(on);
    const rollout = findManifest(manifests, 'Rollout', name).spec as {
      selector: { matchLabels: Record<string, string> };
      template: { metadata: { labels: Record<string, string> } };
    };
    const { labels } = rollout.template.metadata;
    expect(labels).toMatchObject(rollout.selector.matchLabels);
    const services = manifests.filter(
      ({ kind, metadata }) =>
        kind === 'Service' &&
        [name, name === 'agents' ? 'agents-grpc' : name].includes(
          metadata.name,
        ),
    );
    expect(services).toHaveLength(name === 'agents' ? 2 : 1);
    for (const service of services) {
      expect(labels).toMatchObject(service.spec!.selector as object);
    }
    expect(
      findManifest(manifests, 'PodDisruptionBudget', name).spec!.selector,
    ).toEqual(rollout.selector);
  });
});

describe('PruneLast', () => {
  const annotationOf = async (values: object) =>
    parseManifests(await render({ values }))
      .filter(({ kind }) => ['Deployment', 'Rollout'].includes(kind))
      .map(({ metadata }) => metadata.annotations?.[pruneLast]);

  it('is on both kinds', async () => {
    expect(
      await annotationOf({
        controllers: { progressiveDelivery: { enabled: true } },
      }),
    ).toEqual(['PruneLast=true', 'PruneLast=true']);
  });

  it('can be turned off', async () => {
    expect(
      await annotationOf({ progressiveDelivery: { pruneLast: false } }),
    ).toEqual([undefined, undefined]);
  });

  it('joins options that are there and does not repeat itself', async () => {
    expect(
      await annotationOf({
        controlPlane: { annotations: { [pruneLast]: 'Validate=false' } },
        controllers: {
          annotations: { [pruneLast]: 'PruneLast=true, Validate=false' },
        },
      }),
    ).toEqual([
      'Validate=false,PruneLast=true',
      'Validate=false,PruneLast=true',
    ]);
  });
});

describe('values', () => {
  it('lets a component win over what both share, and a digest over a tag', async () => {
    const manifests = await renderAll({
      image: { tag: '2.0.0', digest: `sha256:${'1'.repeat(64)}` },
      config: { LOG_LEVEL: 'debug' },
      env: { vars: { A: 'both', B: 'both' } },
      envFromSecretRefs: ['runtime'],
      database: { secretRef: { name: 'database', key: 'dsn' } },
      controlPlane: { env: { vars: { B: 'control plane' } } },
      controllers: { env: { vars: { B: 'controllers', C: '1' } } },
    });
    const container = (name: string) =>
      (
        findManifest(manifests, 'Deployment', name).spec as {
          template: {
            spec: {
              containers: { image: string; env: object[]; envFrom: object[] }[];
            };
          };
        }
      ).template.spec.containers[0];
    const database = {
      name: 'DATABASE_URL',
      valueFrom: { secretKeyRef: { name: 'database', key: 'dsn' } },
    };
    expect(container('agents')).toMatchObject({
      image: `registry.example.com/platform/agents:2.0.0@sha256:${'1'.repeat(
        64,
      )}`,
      env: [
        { name: 'A', value: 'both' },
        { name: 'B', value: 'control plane' },
        database,
      ],
      envFrom: [
        { configMapRef: { name: 'agents' } },
        { secretRef: { name: 'runtime' } },
      ],
    });
    expect(container('agents-controllers')).toMatchObject({
      image: 'registry.example.com/platform/agents-controllers:0.9.1',
      env: [
        { name: 'A', value: 'both' },
        { name: 'B', value: 'controllers' },
        { name: 'C', value: '1' },
        database,
      ],
    });
  });
});
