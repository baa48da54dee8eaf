import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { UserTokens } from '../../clusters/UserTokens';
import { ActionScene, target } from './__testUtils__/ActionScene';

describe('RolloutActionService', () => {
  let scene: ActionScene;

  beforeAll(async () => {
    scene = await ActionScene.start();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.stop());

  it('sends a merge patch for what was read, and says from which state', async () => {
    await expect(scene.act('promote')).resolves.toEqual({
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
    expect(scene.server.patches).toEqual([
      {
        on: 'rollouts/status',
        type: 'application/merge-patch+json',
        body: {
          metadata: { resourceVersion: '100' },
          status: { pauseConditions: null },
        },
      },
    ]);
    expect(scene.server.object.status.pauseConditions).toBeUndefined();
  });

  it.each([
    ['promote-full', 'paused-at-step', { status: { promoteFull: true } }],
    ['skip-step', 'step-0', { status: { currentStepIndex: 1 } }],
    ['abort', 'paused-at-step', { status: { abort: true } }],
    ['retry', 'aborted', { status: { abort: false } }],
  ] as const)(
    'changes the status only: %s',
    async (action, scenario, patch) => {
      scene.server.has(scenario);
      await scene.act(action);
      expect(scene.sent()).toEqual([
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
    scene.server.has(scenario);
    await scene.act(action);
    expect(scene.sent()).toEqual([
      ['rollouts', expect.objectContaining({ spec })],
    ]);
  });

  describe('what the person saw', () => {
    it('is refused where it has changed, with what changed', async () => {
      const before = scene.seen();
      scene.server.change({
        status: { currentStepIndex: 2, pauseConditions: null },
      });

      await expect(scene.act('promote', { seen: before })).rejects.toThrow(
        new ConflictError(
          'Rollout web has changed since you last saw it, so nothing was done: 2 of its steps are done, not 1, and it is no longer paused.',
        ),
      );
      expect(scene.server.patches).toEqual([]);
    });

    it('is read and compared once more where the controller was faster', async () => {
      scene.server.meanwhile = number =>
        number === 1 && scene.server.change({ status: { readyReplicas: 2 } });

      await scene.act('abort');

      expect(
        scene.server.patches.map(({ body }) => body.metadata.resourceVersion),
      ).toEqual(['100', '101']);
      expect(scene.server.object.status.abort).toBe(true);
    });

    it('is refused where what was faster has changed it', async () => {
      scene.server.meanwhile = () =>
        scene.server.change({ status: { abort: true, currentStepIndex: 0 } });

      await expect(scene.act('promote')).rejects.toThrow(/: it was aborted\.$/);
      expect(scene.server.patches).toHaveLength(1);
      expect(scene.server.object.status.pauseConditions).toHaveLength(1);
    });

    it('is given up where something is always faster', async () => {
      let ready = 0;
      scene.server.meanwhile = () =>
        scene.server.change({ status: { readyReplicas: ready++ } });

      await expect(scene.act('abort')).rejects.toThrow(
        new ConflictError(
          'Rollout web keeps changing, so the action could not be applied: refresh and try again',
        ),
      );
      expect(scene.server.patches).toHaveLength(2);
    });
  });

  describe('two patches', () => {
    beforeEach(() => scene.server.has('paused-by-spec'));

    it('come as the status, then the spec', async () => {
      await scene.act('promote');
      expect(scene.sent()).toEqual([
        [
          'rollouts/status',
          expect.objectContaining({
            status: { pauseConditions: null, currentStepIndex: 1 },
          }),
        ],
        ['rollouts', expect.objectContaining({ spec: { paused: false } })],
      ]);
      expect(scene.server.object.spec.paused).toBe(false);
    });

    it('both arrive, however often the controller is faster with the second', async () => {
      scene.server.meanwhile = number =>
        [2, 3, 4].includes(number) &&
        scene.server.change({ status: { readyReplicas: number } });

      await scene.act('promote');

      expect(scene.server.patches).toHaveLength(5);
      expect(scene.server.object.spec.paused).toBe(false);
    });

    it('stop in the middle where somebody else changes the spec, and say so', async () => {
      scene.server.meanwhile = number =>
        number === 2 && scene.server.change({ spec: { replicas: 5 } });

      await expect(scene.act('promote')).rejects.toThrow(
        /its status was patched, but spec\.paused was not\. Refresh and check it\.$/,
      );
      expect(scene.server.object.spec.paused).toBe(true);
    });
  });

  it('says why something cannot be done now', async () => {
    await expect(scene.act('restart')).rejects.toThrow(
      /^Rollout web was not changed: A new revision is being rolled out/,
    );
    await expect(scene.act('retry')).rejects.toThrow(ConflictError);
    expect(scene.server.patches).toEqual([]);
  });

  it('acts as the user on a cluster that each user signs in at', async () => {
    const header = 'backstage-kubernetes-authorization-google';
    scene.server.clusterItems = [{ name: 'main', authProvider: 'google' }];
    try {
      await expect(scene.act('promote')).rejects.toThrow(NotAllowedError);
      await scene.act('promote', {
        userTokens: UserTokens.of({ headers: { [header]: 'my-token' } }),
      });
    } finally {
      scene.server.clusterItems = [];
    }
    expect(scene.server.patches).toHaveLength(1);
    expect(scene.server.headers[header]).toBe('my-token');
  });

  describe('a cluster that refuses', () => {
    const refuse = (status: number, message: string) => {
      scene.server.refusal = { status, body: { kind: 'Status', message } };
    };

    it('names the verb that is missing', async () => {
      refuse(403, 'cannot patch');
      await expect(scene.act('abort')).rejects.toThrow(
        new NotAllowedError(
          "Backstage is not allowed to patch rollouts/status in namespace shop of cluster main: give the Kubernetes plugin's account for it the verb patch on rollouts.argoproj.io and rollouts.argoproj.io/status (the cluster said: cannot patch)",
        ),
      );
    });

    it('says what it says', async () => {
      refuse(422, 'spec.paused: Invalid value');
      await expect(scene.act('pause')).rejects.toThrow(InputError);
      refuse(500, 'etcd is full');
      await expect(scene.act('pause')).rejects.toThrow(
        new ServiceUnavailableError(
          'Cluster main could not change Rollout shop/web (500: etcd is full)',
        ),
      );
    });

    it('does not take the Kubernetes plugin’s 404 for a Rollout that is gone', async () => {
      scene.server.refusal = {
        status: 404,
        body: { error: { name: 'NotFoundError', message: 'no such cluster' } },
      };
      await expect(scene.act('abort')).rejects.toThrow(/no such cluster/);
      expect(scene.server.patches).toHaveLength(1);
    });

    it('names the cluster that nothing matches', async () => {
      await expect(
        scene.act('abort', { target: { ...target, destination: {} } }),
      ).rejects.toThrow(/progressiveDelivery\.destinations/);
    });
  });
});
