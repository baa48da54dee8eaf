import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  applicationSchema,
  DeliveryTarget,
  problemOf,
} from '@progressive-delivery/engine';
import { LastKnownTargets } from '../../variants/LastKnownTargets';
import { checkOwnership } from './checkOwnership';
import {
  ActionScene,
  described,
  entityRef,
  SWITCH,
  target,
} from './__testUtils__/ActionScene';

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

describe('RolloutActionService', () => {
  let scene: ActionScene;

  beforeAll(async () => {
    scene = await ActionScene.start();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.stop());

  describe('only what is the entity’s', () => {
    it('finds no other Rollout than those that the Application names', async () => {
      await expect(scene.act('abort', { name: 'other' })).rejects.toThrow(
        new NotFoundError('web has no Rollout shop/other'),
      );
      await expect(scene.act('abort', { target: overlay })).rejects.toThrow(
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
        scene.server.change({ metadata: tracked(trackingId) });
        await expect(
          scene.act('abort', { target: { ...target, instanceName } }),
        ).rejects.toThrow(NotFoundError);
        expect(scene.server.patches).toEqual([]);
      },
    );

    it('takes a tracking id that was copied from another object for none', async () => {
      scene.server.change({
        metadata: tracked('other:argoproj.io/Rollout:shop/copied'),
      });
      await scene.act('abort');
      expect(scene.server.object.status.abort).toBe(true);
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
      await expect(scene.act('abort', { target: elsewhere })).rejects.toThrow(
        NotFoundError,
      );
      scene.server.change({
        metadata: tracked('web:argoproj.io/Rollout:shop/web'),
      });
      await scene.act('abort', { target: elsewhere });
      expect(scene.server.object.status.abort).toBe(true);
    });

    it('acts on a workload that the entity’s switch moves', async () => {
      await scene.act('abort', {
        target: { ...target, ownedSwitches: [SWITCH] },
      });
      expect(scene.server.object.status.abort).toBe(true);
    });

    it('refuses a workload that another’s switch moves', async () => {
      const other = { ...target, ownedSwitches: ['a.b'] };
      await expect(scene.act('abort', { target: other })).rejects.toThrow(
        new NotAllowedError(
          'component:default/web owns a.b of web, which does not move Rollout shop/web: act on it from the component that owns web.progressiveDelivery.enabled',
        ),
      );
      expect(scene.server.patches).toEqual([]);
    });

    it('refuses what nobody can tell, with why', async () => {
      const own = { ...target, ownedSwitches: [SWITCH] };
      scene.description = {
        ...described,
        workloads: [],
        problems: [problemOf(new Error('helm: bad chart'))],
      };
      await expect(scene.act('abort', { target: own })).rejects.toThrow(
        /Backstage cannot tell whether that moves Rollout shop\/web: helm: bad chart$/,
      );
      scene.description = {
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
      await expect(scene.act('abort', { target: own })).rejects.toThrow(
        /Backstage cannot tell whether that moves .*: Pinned to v1$/,
      );
      scene.description = undefined;
      await expect(scene.act('abort', { target: own })).rejects.toThrow(
        /this component owns: Git could not be read: No such branch$/,
      );
    });
  });

  describe('while Git cannot be read', () => {
    const own = { ...target, ownedSwitches: [SWITCH] };

    it.each(['abort', 'pause', 'promote'] as const)(
      'lets the owner %s, by what was last known, and says since when',
      async action => {
        await scene.descriptions.describe(own);
        scene.description = undefined;
        scene.server.has(action === 'pause' ? 'step-0' : 'paused-at-step');

        const { ownershipKnownSince } = await scene.act(action, {
          target: own,
        });

        expect(Date.parse(ownershipKnownSince ?? '')).toBeLessThanOrEqual(
          Date.now(),
        );
        expect(scene.server.patches).toHaveLength(1);
      },
    );

    it('goes by what was last known where the overlay no longer renders, too', async () => {
      await scene.descriptions.describe(own);
      scene.description = {
        ...described,
        workloads: [],
        problems: [problemOf(new Error('bad chart'))],
      };
      await expect(scene.act('abort', { target: own })).resolves.toMatchObject({
        ownershipKnownSince: expect.any(String),
      });
    });

    it('waits for a Git host that does not answer for a moment only', async () => {
      await scene.descriptions.describe(own);
      const hanging: Pick<LastKnownTargets, 'describe' | 'lastKnown'> = {
        lastKnown: each => scene.descriptions.lastKnown(each),
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
      await scene.descriptions.describe(own);
      scene.description = undefined;
      await expect(
        scene.act('abort', { target: { ...own, ownedSwitches: ['a.b'] } }),
      ).rejects.toThrow(NotAllowedError);
    });

    it('goes by nothing that was known of other sources', async () => {
      await scene.descriptions.describe({
        ...own,
        sources: [
          {
            repository: 'https://git.example.com/other.git',
            revision: 'main',
            path: 'web',
          },
        ],
      });
      scene.description = undefined;
      await expect(scene.act('abort', { target: own })).rejects.toThrow(
        ServiceUnavailableError,
      );
    });

    it('asks nobody whose it is where the entity owns all of the Application', async () => {
      scene.description = undefined;
      await expect(scene.act('abort')).resolves.toMatchObject({
        ownershipKnownSince: undefined,
      });
    });
  });
});
