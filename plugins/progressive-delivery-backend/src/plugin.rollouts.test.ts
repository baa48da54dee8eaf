import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  comparisonValuesReadPermission,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PluginScene, SEEN, WISH, ENTITIES } from './__testUtils__/PluginScene';

describe('the plugin', () => {
  let scene: PluginScene;

  beforeAll(async () => {
    scene = await PluginScene.start();
  });
  afterAll(() => scene?.stop());
  beforeEach(() => scene.clear());

  it('streams what runs, and ends that when the backend stops', async () => {
    const response = await fetch(
      `http://localhost:${scene.backend.server.port()}${ENTITIES}/agents/rollouts/stream`,
      { headers: { Authorization: mockCredentials.user.header() } },
    );
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"complete"')) {
        break;
      }
    }
    const messages = text
      .split('\n\n')
      .filter(each => each.startsWith('data: '))
      .map(each => JSON.parse(each.slice('data: '.length)));
    expect(messages[0]).toMatchObject({
      type: 'target',
      target: 'main.argocd.agents',
    });
    // The stand-in has no lists.
    expect(messages.at(-2)).toMatchObject({
      state: 'stale',
      problems: expect.arrayContaining([
        expect.objectContaining({
          id: 'kindMissing',
          text: expect.stringMatching(/does not have rollouts.argoproj.io/),
        }),
      ]),
    });
    expect(messages.at(-1)).toEqual({ type: 'complete' });
  });

  describe('for other plugins', () => {
    const options = { credentials: mockCredentials.user() };
    const target = {
      entityRef: 'component:default/all-agents',
      target: 'main.argocd.agents',
    };
    const rollout = { ...target, namespace: 'agents', rollout: 'agents' };

    it('offers what runs, and acts on it as a user', async () => {
      const { targets } = await scene.service.getTargets(target, options);
      expect(targets.map(({ id }) => id)).toEqual([target.target]);
      await expect(
        scene.service.getRollouts(target, options),
      ).resolves.toMatchObject({ problems: expect.any(Array) });
      await expect(
        scene.service.actOnRollout(
          { ...rollout, action: 'abort', seen: SEEN },
          options,
        ),
      ).resolves.toEqual({ notes: [] });
    });

    it('throws what the backend has thrown', async () => {
      await expect(
        scene.service.getRollouts({ ...target, target: 'nothing' }, options),
      ).rejects.toThrow(NotFoundError);
      await expect(
        scene.service.actOnRollout(
          { ...rollout, action: 'abort', seen: { ...SEEN, paused: false } },
          options,
        ),
      ).rejects.toThrow(ConflictError);
      await expect(
        scene.service.propose(
          { ...target, entityRef: 'component:default/agents', ...WISH },
          options,
        ),
      ).rejects.toThrow(NotAllowedError);
      await expect(
        scene.service.getProposals(target, options),
      ).rejects.not.toHaveProperty('statusCode');
      await expect(
        scene.service.getComparison(
          { ...target, switch: 'a', enabled: true },
          options,
        ),
      ).rejects.not.toHaveProperty('statusCode');
    });
  });

  describe('the YAML of a Rollout', () => {
    const path = (name = 'agents', entity = 'agents') =>
      `/${entity}/targets/main.argocd.agents/rollouts/agents/${name}/manifest`;

    it('is masked for who may not see values, and not audited', async () => {
      scene.denied.add(comparisonValuesReadPermission.name);
      const { body } = await scene.get(path()).expect(200);
      expect(body).toEqual({
        observedAt: expect.any(String),
        masked: true,
        shortened: false,
        yaml: expect.stringMatching(
          /^apiVersion: argoproj.io\/v1alpha1\nkind: Rollout\nmetadata:\n {2}name: agents\n/,
        ),
      });
      expect(scene.auditor.createEvent).not.toHaveBeenCalled();
    });

    it('is audited for who may, whether or not values could be shown', async () => {
      const { body } = await scene.get(path()).expect(200);
      expect(body).toMatchObject({
        masked: true,
        // The scene has no Git host.
        notRendered: { id: expect.any(String) },
      });
      expect(scene.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'comparison-values-read',
          meta: {
            entityRef: 'component:default/agents',
            target: 'main.argocd.agents',
            rolloutNamespace: 'agents',
            rollout: 'agents',
          },
        }),
      );
      expect(scene.event.success).toHaveBeenCalledWith({
        meta: { valuesShown: false },
      });
    });

    it('is of Rollouts of the target alone', async () => {
      const { body } = await scene.get(path('other')).expect(404);
      expect(body.error.message).toBe('agents has no Rollout agents/other');
      await scene.get(path('agents', 'stranger')).expect(403);
    });
  });

  describe('acting on a Rollout', () => {
    it('is audited with who, what and from which state', async () => {
      const { body } = await scene.act('all-agents').expect(200);
      expect(body).toEqual({ notes: [] });
      expect(scene.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'rollout-update',
          meta: expect.objectContaining({
            target: 'main.argocd.agents',
            rolloutNamespace: 'agents',
            rollout: 'agents',
            action: 'abort',
            seen: SEEN,
          }),
        }),
      );
      expect(scene.event.success).toHaveBeenCalledWith({
        meta: {
          entityRef: 'component:default/all-agents',
          userEntityRef: 'user:default/mock',
          cluster: 'main',
          from: { ...SEEN, phase: 'Paused' },
        },
      });
    });

    it('needs the permission on the entity', async () => {
      scene.denied.add(rolloutUpdatePermission.name);
      const { body } = await scene.act('all-agents').expect(403);
      expect(body.error.message).toMatch(rolloutUpdatePermission.name);
      expect(scene.event.fail).toHaveBeenCalledTimes(1);
    });

    it('is refused on what has changed, and audited as well', async () => {
      const { body } = await scene
        .act('all-agents', {
          ...SEEN,
          paused: false,
        })
        .expect(409);
      expect(body.error.message).toMatch(/: it is paused now\.$/);
      expect(scene.event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'ConflictError' }),
      });
      expect(scene.event.success).not.toHaveBeenCalled();
    });

    it('is refused where it cannot be told whose the Rollout is', async () => {
      const { body } = await scene.act('agents').expect(503);
      expect(body.error.message).toMatch(
        /component owns: Git could not be read/,
      );
    });

    it('is refused to an entity that may not use the target', async () => {
      const { text } = await scene.act('stranger').expect(403);
      expect(text).not.toContain('git.example.com');
    });

    it('is refused as what is no request, with what and where', async () => {
      const undo = await scene.act('all-agents', SEEN, 'undo').expect(400);
      expect(undo.body.error.message).toMatch(/^action: .*"promote"/);
      const force = await scene.act('all-agents', { ...SEEN, force: true });
      expect(force.status).toBe(400);
      expect(force.body.error.message).toMatch(/force/);
    });
  });
});
