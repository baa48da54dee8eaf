import { mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { RolloutAction } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf } from '../../errors/problemError';
import { UserTokens } from '../../clusters/UserTokens';
import { applicationSchema } from '../../targets/applications/application';
import {
  ApplicationTarget,
  DeliveryTarget,
} from '../../targets/applications/DeliveryTarget';
import { mapCache } from '../../variants/__testUtils__/mapCache';
import { TargetDescription } from '../../variants/TargetDescription';
import { TargetDescriptions } from '../../variants/TargetDescriptions';
import { rolloutObjectSchema } from '../objects/kinds/rolloutObject';
import { RolloutServer } from './__testUtils__/RolloutServer';
import { checkOwnership } from './checkOwnership';
import { RolloutActionService } from './RolloutActionService';
import { stateToAct } from '../status/actions/stateToAct';

const SWITCH = 'web.progressiveDelivery.enabled';
const entityRef = 'component:default/web';

const target: ApplicationTarget = {
  kind: 'application',
  id: 'main.argocd.web',
  title: 'web',
  sources: [],
  destination: { cluster: 'main', namespace: 'shop' },
  argocd: 'main',
  instanceName: 'web',
  kustomizeBuildOptions: ['--enable-helm'],
  application: applicationSchema.parse({
    metadata: { name: 'web', namespace: 'argocd' },
    spec: { destination: { name: 'main', namespace: 'shop' } },
    status: {
      resources: [
        {
          group: 'argoproj.io',
          kind: 'Rollout',
          name: 'web',
          status: 'Synced',
        },
      ],
    },
  }),
};

const overlay: DeliveryTarget = {
  kind: 'overlay',
  id: 'overlays-web-1a2b3c4d',
  title: 'overlays/web',
  sources: [],
  destination: { cluster: 'main', namespace: 'shop' },
};

const tracked = (id: string) => ({
  annotations: { 'argocd.argoproj.io/tracking-id': id },
});

const described: TargetDescription = {
  sources: [],
  switches: [],
  workloads: [
    { namespace: 'shop', name: 'web', kind: 'Rollout', switches: [SWITCH] },
  ],
  editPlaces: [],
  rendering: { state: 'done' },
  problems: [],
};

describe('RolloutActionService', () => {
  let server: RolloutServer;
  /** What Git says; nothing where it cannot be read. */
  let description: TargetDescription | undefined;
  let descriptions: TargetDescriptions;

  beforeAll(async () => {
    server = await RolloutServer.start();
  });
  beforeEach(() => {
    server.has('paused-at-step');
    description = described;
    descriptions = TargetDescriptions.create({
      variants: {
        describe: async () => {
          if (!description) {
            throw new InputError('No such branch');
          }
          return description;
        },
      },
      cache: mapCache(),
      logger: mockServices.logger.mock(),
    });
  });
  afterAll(() => server.stop());

  const seen = () => stateToAct(rolloutObjectSchema.parse(server.object));

  const act = (
    action: RolloutAction,
    options: {
      seen?: ReturnType<typeof seen>;
      target?: DeliveryTarget;
      name?: string;
      userTokens?: UserTokens;
    } = {},
  ) =>
    RolloutActionService.create({
      ...server.options(),
      descriptions,
      logger: mockServices.logger.mock(),
    }).act(
      options.target ?? target,
      {
        namespace: 'shop',
        name: options.name ?? 'web',
        action,
        seen: options.seen ?? seen(),
      },
      { entityRef, userTokens: options.userTokens },
    );
  const sent = () => server.patches.map(({ body, on }) => [on, body]);

  it('sends a merge patch for what was read, and says from which state', async () => {
    await expect(act('promote')).resolves.toEqual({
      from: {
        generation: 2,
        podHash: '7d4b9c6f85',
        stepIndex: 1,
        abort: false,
        paused: true,
        phase: 'Paused',
        message: 'CanaryPauseStep',
      },
    });
    expect(server.patches).toEqual([
      {
        on: 'rollouts/status',
        type: 'application/merge-patch+json',
        body: {
          metadata: { resourceVersion: '100' },
          status: { pauseConditions: null },
        },
      },
    ]);
    expect(server.object.status.pauseConditions).toBeUndefined();
  });

  it.each([
    ['promote-full', 'paused-at-step', { status: { promoteFull: true } }],
    ['skip-step', 'step-0', { status: { currentStepIndex: 1 } }],
    ['abort', 'paused-at-step', { status: { abort: true } }],
    ['retry', 'aborted', { status: { abort: false } }],
  ] as const)(
    'changes the status only: %s',
    async (action, scenario, patch) => {
      server.has(scenario);
      await act(action);
      expect(sent()).toEqual([
        ['rollouts/status', expect.objectContaining(patch)],
      ]);
    },
  );

  it.each([
    ['pause', 'paused-at-step', { paused: true }],
    [
      'restart',
      'done',
      { restartAt: expect.stringMatching(/^\d{4}-.*:\d\dZ$/) },
    ],
  ] as const)('changes the spec only: %s', async (action, scenario, spec) => {
    server.has(scenario);
    await act(action);
    expect(sent()).toEqual([['rollouts', expect.objectContaining({ spec })]]);
  });

  describe('what the person saw', () => {
    it('is refused where it has changed, with what changed', async () => {
      const before = seen();
      server.change({ status: { currentStepIndex: 2, pauseConditions: null } });

      await expect(act('promote', { seen: before })).rejects.toThrow(
        new ConflictError(
          'Rollout web has changed since you looked, so nothing was done: 2 of its steps are done, not 1, and it is no longer paused.',
        ),
      );
      expect(server.patches).toEqual([]);
    });

    it('is read and compared once more where the controller was faster', async () => {
      server.meanwhile = number =>
        number === 1 && server.change({ status: { readyReplicas: 2 } });

      await act('abort');

      expect(
        server.patches.map(({ body }) => body.metadata.resourceVersion),
      ).toEqual(['100', '101']);
      expect(server.object.status.abort).toBe(true);
    });

    it('is refused where what was faster has changed it', async () => {
      server.meanwhile = () =>
        server.change({ status: { abort: true, currentStepIndex: 0 } });

      await expect(act('promote')).rejects.toThrow(/: it was aborted\.$/);
      expect(server.patches).toHaveLength(1);
      expect(server.object.status.pauseConditions).toHaveLength(1);
    });

    it('is given up where something is always faster', async () => {
      let ready = 0;
      server.meanwhile = () =>
        server.change({ status: { readyReplicas: ready++ } });

      await expect(act('abort')).rejects.toThrow(
        new ConflictError(
          'Rollout web changes faster than anything can be done to it: look again',
        ),
      );
      expect(server.patches).toHaveLength(2);
    });
  });

  describe('two patches', () => {
    beforeEach(() => server.has('paused-by-spec'));

    it('come as the status, then the spec', async () => {
      await act('promote');
      expect(sent()).toEqual([
        [
          'rollouts/status',
          expect.objectContaining({
            status: { pauseConditions: null, currentStepIndex: 1 },
          }),
        ],
        ['rollouts', expect.objectContaining({ spec: { paused: false } })],
      ]);
      expect(server.object.spec.paused).toBe(false);
    });

    it('both arrive, however often the controller is faster with the second', async () => {
      server.meanwhile = number =>
        [2, 3, 4].includes(number) &&
        server.change({ status: { readyReplicas: number } });

      await act('promote');

      expect(server.patches).toHaveLength(5);
      expect(server.object.spec.paused).toBe(false);
    });

    it('stop in the middle where somebody else changes the spec, and say so', async () => {
      server.meanwhile = number =>
        number === 2 && server.change({ spec: { replicas: 5 } });

      await expect(act('promote')).rejects.toThrow(
        /its status was patched, and spec\.paused was not\. Look again\.$/,
      );
      expect(server.object.spec.paused).toBe(true);
    });
  });

  it('says why something cannot be done now', async () => {
    await expect(act('restart')).rejects.toThrow(
      /^Nothing was done to Rollout web: A new revision is being rolled out/,
    );
    await expect(act('retry')).rejects.toThrow(ConflictError);
    expect(server.patches).toEqual([]);
  });

  it('acts as the user on a cluster that each user signs in at', async () => {
    const header = 'backstage-kubernetes-authorization-google';
    server.clusterItems = [{ name: 'main', authProvider: 'google' }];
    try {
      await expect(act('promote')).rejects.toThrow(NotAllowedError);
      await act('promote', {
        userTokens: UserTokens.of({ headers: { [header]: 'my-token' } }),
      });
    } finally {
      server.clusterItems = [];
    }
    expect(server.patches).toHaveLength(1);
    expect(server.headers[header]).toBe('my-token');
  });

  describe('only what is the entity’s', () => {
    it('finds no other Rollout than those that the Application names', async () => {
      await expect(act('abort', { name: 'other' })).rejects.toThrow(
        new NotFoundError('web has no Rollout shop/other'),
      );
      await expect(act('abort', { target: overlay })).rejects.toThrow(
        NotFoundError,
      );
    });

    it.each([
      ['another Application', 'web', 'other:argoproj.io/Rollout:shop/web'],
      [
        'its namesake beside Argo CD',
        'team-b_web',
        'web:argoproj.io/Rollout:shop/web',
      ],
    ])(
      'finds nothing that bears the tracking id of %s',
      async (_, instanceName, trackingId) => {
        server.change({ metadata: tracked(trackingId) });
        await expect(
          act('abort', { target: { ...target, instanceName } }),
        ).rejects.toThrow(NotFoundError);
        expect(server.patches).toEqual([]);
      },
    );

    it('takes a tracking id that was copied from another object for none', async () => {
      server.change({
        metadata: tracked('other:argoproj.io/Rollout:shop/copied'),
      });
      await act('abort');
      expect(server.object.status.abort).toBe(true);
    });

    it('acts outside of the Application’s namespace only on what bears its tracking id', async () => {
      const elsewhere = {
        ...target,
        destination: { cluster: 'main', namespace: 'else' },
        application: applicationSchema.parse({
          metadata: { name: 'web', namespace: 'argocd' },
          spec: { destination: { name: 'main', namespace: 'else' } },
          status: {
            resources: [
              {
                group: 'argoproj.io',
                kind: 'Rollout',
                namespace: 'shop',
                name: 'web',
              },
            ],
          },
        }),
      };
      await expect(act('abort', { target: elsewhere })).rejects.toThrow(
        NotFoundError,
      );
      server.change({
        metadata: tracked('web:argoproj.io/Rollout:shop/web'),
      });
      await act('abort', { target: elsewhere });
      expect(server.object.status.abort).toBe(true);
    });

    it('acts on a workload that the entity’s switch moves', async () => {
      await act('abort', { target: { ...target, ownedSwitches: [SWITCH] } });
      expect(server.object.status.abort).toBe(true);
    });

    it('refuses a workload that another’s switch moves', async () => {
      const other = { ...target, ownedSwitches: ['a.b'] };
      await expect(act('abort', { target: other })).rejects.toThrow(
        new NotAllowedError(
          'component:default/web owns a.b of web, which does not move Rollout shop/web: act on it from the component that owns web.progressiveDelivery.enabled',
        ),
      );
      expect(server.patches).toEqual([]);
    });

    it('refuses what nobody can tell, with why', async () => {
      const own = { ...target, ownedSwitches: [SWITCH] };
      description = {
        ...described,
        workloads: [],
        problems: [problemOf(new Error('helm: bad chart'))],
      };
      await expect(act('abort', { target: own })).rejects.toThrow(
        /Backstage cannot tell whether that moves Rollout shop\/web: helm: bad chart$/,
      );
      description = {
        ...described,
        workloads: [],
        switches: [
          {
            id: SWITCH,
            enabled: true,
            origin: { from: 'chart', file: 'values.yaml' },
            notProposable: {
              id: 'unknown',
              parameters: {},
              text: 'Pinned to v1',
            },
          },
        ],
      };
      await expect(act('abort', { target: own })).rejects.toThrow(
        /Backstage cannot tell whether that moves .*: Pinned to v1$/,
      );
      description = undefined;
      await expect(act('abort', { target: own })).rejects.toThrow(
        /because Git could not be read; caused by InputError: No such branch$/,
      );
    });
  });

  describe('while Git cannot be read', () => {
    const own = { ...target, ownedSwitches: [SWITCH] };

    it.each(['abort', 'pause', 'promote'] as const)(
      'lets the owner %s, by what was last known, and says since when',
      async action => {
        await descriptions.describe(own);
        description = undefined;
        server.has(action === 'pause' ? 'step-0' : 'paused-at-step');

        const { ownershipKnownSince } = await act(action, { target: own });

        expect(Date.parse(ownershipKnownSince ?? '')).toBeLessThanOrEqual(
          Date.now(),
        );
        expect(server.patches).toHaveLength(1);
      },
    );

    it('goes by what was last known where the overlay no longer renders, too', async () => {
      await descriptions.describe(own);
      description = {
        ...described,
        workloads: [],
        problems: [problemOf(new Error('bad chart'))],
      };
      await expect(act('abort', { target: own })).resolves.toMatchObject({
        ownershipKnownSince: expect.any(String),
      });
    });

    it('waits for a Git host that does not answer for a moment only', async () => {
      await descriptions.describe(own);
      const hanging: Pick<TargetDescriptions, 'describe' | 'lastKnown'> = {
        lastKnown: each => descriptions.lastKnown(each),
        describe: (_, { signal } = {}) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason));
          }),
      };
      await expect(
        checkOwnership(
          {
            workload: { namespace: 'shop', name: 'web' },
            target: own,
            entityRef,
            ownedSwitches: [SWITCH],
          },
          hanging,
        ),
      ).resolves.toEqual({ knownSince: expect.any(String) });
    }, 20_000);

    it('refuses what was another’s when that was last known', async () => {
      await descriptions.describe(own);
      description = undefined;
      await expect(
        act('abort', { target: { ...own, ownedSwitches: ['a.b'] } }),
      ).rejects.toThrow(NotAllowedError);
    });

    it('goes by nothing that was known of other sources', async () => {
      await descriptions.describe({
        ...own,
        sources: [
          {
            repository: 'https://git.example.com/other.git',
            revision: 'main',
            path: 'web',
          },
        ],
      });
      description = undefined;
      await expect(act('abort', { target: own })).rejects.toThrow(
        ServiceUnavailableError,
      );
    });

    it('asks nobody whose it is where the entity owns all of the Application', async () => {
      description = undefined;
      await expect(act('abort')).resolves.toMatchObject({
        ownershipKnownSince: undefined,
      });
    });
  });

  describe('a cluster that refuses', () => {
    const refuse = (status: number, message: string) => {
      server.refusal = { status, body: { kind: 'Status', message } };
    };

    it('names the verb that is missing', async () => {
      refuse(403, 'cannot patch');
      await expect(act('abort')).rejects.toThrow(
        new NotAllowedError(
          "Backstage may not patch rollouts/status in namespace shop of cluster main: give the Kubernetes plugin's account for it the verb patch on rollouts.argoproj.io and rollouts.argoproj.io/status (the cluster said: cannot patch)",
        ),
      );
    });

    it('says what it says', async () => {
      refuse(422, 'spec.paused: Invalid value');
      await expect(act('pause')).rejects.toThrow(InputError);
      refuse(500, 'etcd is full');
      await expect(act('pause')).rejects.toThrow(
        new ServiceUnavailableError(
          'Cluster main could not change Rollout shop/web (500: etcd is full)',
        ),
      );
    });

    it('does not take the Kubernetes plugin’s 404 for a Rollout that is gone', async () => {
      server.refusal = {
        status: 404,
        body: { error: { name: 'NotFoundError', message: 'no such cluster' } },
      };
      await expect(act('abort')).rejects.toThrow(/no such cluster/);
      expect(server.patches).toHaveLength(1);
    });

    it('names the cluster that nothing matches', async () => {
      await expect(
        act('abort', { target: { ...target, destination: {} } }),
      ).rejects.toThrow(/progressiveDelivery\.destinations/);
    });
  });
});
