import {
  OTHER_SWITCH,
  ProposalScene,
  SWITCH,
} from './__testUtils__/ProposalScene';
import { placeKey } from './OpenProposals';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('OpenProposals, with a real repository', () => {
  let scene: ProposalScene;

  beforeAll(async () => {
    scene = await ProposalScene.create();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.end());

  const open = async () => {
    const places = scene.places();
    const found = (await scene.openIn(places)).get(scene.url);
    if (found?.state !== 'done') {
      throw new Error(`It is ${found?.state}`);
    }
    return places.map(place =>
      (found.open.get(placeKey(place)) ?? []).map(each => each.enabled),
    );
  };

  it('tells which of the switches have an open pull request', async () => {
    expect(await open()).toEqual([[], []]);
    await scene.propose(true, { switch: SWITCH });
    expect(await open()).toEqual([[true], []]);
    await scene.propose(true, { switch: OTHER_SWITCH });
    expect(await open()).toEqual([[true], [true]]);
    scene.host.end(1, 'closed');
    expect(await open()).toEqual([[], [true]]);
  });

  it('asks a host for nothing but the branches that there are', async () => {
    const { proposal } = await scene.propose();
    const find = jest.spyOn(scene.host, 'find');
    const many = Array.from(
      { length: 1_000 },
      (_, index) => `web-${index}.progressiveDelivery.enabled`,
    );
    await scene.openIn(scene.places([...many, SWITCH]));
    expect(find.mock.calls).toEqual([
      [
        {
          repository: scene.url,
          base: 'main',
          branches: new Set([proposal.branch]),
        },
      ],
    ]);
  });

  it('hides nothing of one repository behind another that cannot be asked', async () => {
    await scene.propose();
    const [place] = scene.places();
    const gone = { ...place, repository: `${scene.url}-gone` };
    const found = await scene.openIn([gone, place]);
    expect(found.get(gone.repository)).toMatchObject({
      state: 'failed',
      error: expect.any(Error),
    });
    expect(found.get(scene.url)).toMatchObject({ state: 'done' });
    scene.host.broken = 'find';
    expect((await scene.openIn([place])).get(scene.url)).toMatchObject({
      state: 'failed',
    });
  });
});
