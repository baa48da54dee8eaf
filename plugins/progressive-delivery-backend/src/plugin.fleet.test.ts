import { mockCredentials } from '@backstage/backend-test-utils';
import {
  deliveryReadPermission,
  fleetResponseSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { eventually } from './clusters/watch/__testUtils__/eventually';
import { PluginScene } from './__testUtils__/PluginScene';

jest.setTimeout(60_000);

const asked = async (scene: PluginScene, query?: string) => {
  const { body } = await scene.fleet(query).expect(200);
  return fleetResponseSchema.parse(body);
};
const refs = ({ rows }: Awaited<ReturnType<typeof asked>>) =>
  rows.map(({ entityRef }) => entityRef).sort();

describe('the fleet of the plugin', () => {
  let scene: PluginScene;

  beforeEach(async () => {
    scene = await PluginScene.start();
    scene.clear();
  });
  afterEach(() => scene.stop());

  it('answers nobody who is not signed in', async () => {
    const { status } = await scene
      .fleet()
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('tells users and services of all components that they may read', async () => {
    await eventually(async () =>
      expect(refs(await asked(scene))).toEqual([
        'component:default/agents',
        'component:default/all-agents',
        'component:default/lost',
        'component:default/stranger',
      ]),
    );
    const { body } = await scene
      .fleet()
      .set('Authorization', mockCredentials.service.header())
      .expect(200);
    expect(body.total).toBe(4);
  });

  it('tells nobody of what the policy denies, not even how many there are', async () => {
    scene.deniedEntities.add('component:default/stranger');
    await eventually(async () =>
      expect(refs(await asked(scene))).toEqual([
        'component:default/agents',
        'component:default/all-agents',
        'component:default/lost',
      ]),
    );
    const answer = await asked(scene, '?search=stranger');
    expect(answer).toMatchObject({
      rows: [],
      total: 0,
      counts: { components: 3 },
    });
  });

  it('is empty for who may read nothing', async () => {
    scene.denied.add(deliveryReadPermission.name);
    await eventually(async () => {
      const answer = await asked(scene);
      expect(answer.rows).toEqual([]);
      expect(answer.counts.components).toBe(0);
      expect(answer.reading.state).toBe('done');
    });
  });

  it('gives pages', async () => {
    await eventually(async () => expect((await asked(scene)).total).toBe(4));
    const first = await asked(scene, '?limit=3&sort=name');
    expect(first.rows).toHaveLength(3);
    const second = await asked(
      scene,
      `?limit=3&sort=name&cursor=${first.next}`,
    );
    expect(refs(second)).toEqual(['component:default/stranger']);
    expect(second.next).toBeUndefined();
  });

  it.each([
    ['limit=1000', /^limit: /],
    ['sort=size', /^sort: /],
    ['cursor=nonsense', /^cursor: /],
  ])('refuses what is none of its questions: %s', async (query, message) => {
    const { body } = await scene.fleet(`?${query}`).expect(400);
    expect(body.error.message).toMatch(message);
  });
});
