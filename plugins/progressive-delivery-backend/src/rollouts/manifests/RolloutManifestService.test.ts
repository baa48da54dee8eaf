import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  RolloutManifest,
  rolloutManifestSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { load } from 'js-yaml';
import {
  DeliveryTarget,
  Manifest,
  parseManifests,
  problemError,
} from '@progressive-delivery/engine';
import {
  applicationTarget,
  namedDeployment,
  namedRollout,
} from '../__testUtils__/applicationTarget';
import { FakeClusters } from '../__testUtils__/FakeClusters';
import { noVariants } from '../__testUtils__/noVariants';
import { RolloutManifestService } from './RolloutManifestService';

const web = { namespace: 'shop', name: 'web' };
const target = applicationTarget('web', namedRollout);

const live = (fields: object, metadata: object = {}) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: {
    ...web,
    uid: '0b1c',
    generation: 7,
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"kind":"Rollout"}',
      'rollout.argoproj.io/revision': '3',
    },
    managedFields: [{ manager: 'argocd-controller' }],
    ...metadata,
  },
  spec: {
    replicas: 3,
    template: {
      spec: {
        containers: [
          {
            name: 'web',
            image: 'example/web:1.4.2',
            env: [
              { name: 'MODE', value: 'canary' },
              { name: 'PASSWORD', value: 'hunter-two' },
            ],
          },
        ],
      },
    },
  },
  status: {
    phase: 'Paused',
    currentStepIndex: 1,
    conditions: [{ type: 'Paused', status: 'True', message: 'in its words' }],
  },
  ...fields,
});

const secret = parseManifests(`
apiVersion: v1
kind: Secret
metadata: { name: credentials }
stringData: { password: hunter-two }
`);

describe('RolloutManifestService', () => {
  const clusters = new FakeClusters();
  let render: () => Promise<Manifest[]>;
  const service = RolloutManifestService.create({
    clusters,
    variants: { ...noVariants, render: () => render() },
  });
  const show = async (
    options: { values: boolean },
    of: DeliveryTarget = target,
    rollout = web,
  ): Promise<RolloutManifest> => {
    const answer = await service.show(of, rollout, options);
    expect(rolloutManifestSchema.parse(answer)).toEqual(answer);
    return answer;
  };

  beforeEach(() => {
    clusters.objects = [live({})];
    clusters.failures.clear();
    render = async () => secret;
  });

  it('shows what anybody may see who may see comparisons', async () => {
    const { masked, notRendered, yaml } = await show({ values: false });
    expect({ masked, notRendered }).toEqual({ masked: true });
    expect(load(yaml)).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: {
        ...web,
        uid: '0b1c',
        generation: 7,
        annotations: { 'rollout.argoproj.io/revision': '3' },
      },
      spec: {
        replicas: 3,
        template: {
          spec: {
            containers: [
              {
                name: 'web',
                image: 'example/web:1.4.2',
                env: [
                  { name: 'MODE', value: '•••' },
                  { name: 'PASSWORD', value: '•••' },
                ],
              },
            ],
          },
        },
      },
      status: {
        phase: 'Paused',
        currentStepIndex: 1,
        conditions: [{ type: 'Paused', status: 'True', message: '•••' }],
      },
    });
  });

  it('shows values to those who may see them, but for what a Secret holds', async () => {
    const { masked, yaml } = await show({ values: true });
    expect(masked).toBe(false);
    expect(yaml).toContain('value: canary');
    expect(yaml).toContain('message: in its words');
    expect(yaml).toContain('name: PASSWORD\n              value: •••');
    expect(yaml).not.toMatch(/hunter|last-applied|managedFields/);
  });

  it('masks what a Secret holds wherever it stands, for everybody', async () => {
    clusters.objects = [live({}, { labels: { tier: 'hunter-two' } })];
    for (const values of [true, false]) {
      const { yaml } = await show({ values });
      expect(yaml).toContain('tier: •••');
      expect(yaml).not.toContain('hunter');
    }
  });

  it('shows no values where it cannot tell what Secrets hold, and why', async () => {
    render = async () => {
      throw problemError(ServiceUnavailableError, {
        id: 'gitUnreadable',
        parameters: { message: 'git.example.com refused' },
      });
    };
    const { masked, notRendered, yaml } = await show({ values: true });
    expect(masked).toBe(true);
    expect(notRendered).toMatchObject({
      id: 'gitUnreadable',
      parameters: { message: 'git.example.com refused' },
    });
    expect(yaml).toContain('image: example/web:1.4.2');
    expect(yaml).not.toMatch(/canary|hunter/);
    expect(await show({ values: false })).not.toHaveProperty('notRendered');
  });

  it('leaves out what is too large to be looked at', async () => {
    clusters.objects = [
      live({
        spec: {
          template: {
            spec: {
              containers: Array.from({ length: 20_000 }, (_, index) => ({
                name: `container-${index}`,
                image: `registry.example.com/${index}`,
              })),
            },
          },
        },
      }),
    ];
    expect(await show({ values: true })).toMatchObject({
      yaml: '',
      shortened: true,
    });
  });

  it('ends a long one with a whole line', async () => {
    clusters.objects = [
      live({
        spec: {
          template: {
            metadata: {
              labels: Object.fromEntries(
                Array.from({ length: 20_000 }, (_, index) => [
                  `label-${index}.example.com/with-a-long-name`,
                  'x',
                ]),
              ),
            },
          },
        },
      }),
    ];
    const { shortened, yaml } = await show({ values: true });
    expect(shortened).toBe(true);
    expect(yaml.length).toBeLessThanOrEqual(512 * 1024);
    expect(yaml).toMatch(/with-a-long-name: x\n$/);
  });

  it.each([
    ['it is a Deployment', namedDeployment, 'shop'],
    [
      'the Application names another',
      { ...namedRollout, name: 'other' },
      'shop',
    ],
    [
      'nothing shows that it is its own in another namespace',
      { ...namedRollout, namespace: 'other' },
      'other',
    ],
  ])('finds none where %s', async (_, named, namespace) => {
    clusters.objects = [live({}, { namespace })];
    await expect(
      show({ values: true }, applicationTarget('web', named), {
        ...web,
        namespace,
      }),
    ).rejects.toThrow(new NotFoundError(`web has no Rollout ${namespace}/web`));
  });

  it("finds none that is another Application's", async () => {
    clusters.objects = [
      live(
        {},
        {
          annotations: {
            'argocd.argoproj.io/tracking-id':
              'other:argoproj.io/Rollout:shop/web',
          },
        },
      ),
    ];
    await expect(show({ values: true })).rejects.toThrow(NotFoundError);
  });

  it('says why the cluster is not known', async () => {
    await expect(
      show(
        { values: false },
        { ...target, destination: { namespace: 'shop' } },
      ),
    ).rejects.toThrow(/no cluster matches the destination/);
  });
});
