import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

describe.each(hostScenes)('at $name', ({ createsLabels, start }) => {
  let stage: HostStage;

  beforeAll(async () => {
    stage = await HostStage.start(start);
  });

  beforeEach(() => stage.clear());

  afterAll(() => stage.stop());

  it('a pull request is opened as a draft, and found as one', async () => {
    await stage.publish();
    const opened = stage.found(
      await stage.host.open({ ...stage.request(), draft: true }),
    );
    expect(opened).toMatchObject({ draft: true, state: 'open' });
    expect(await stage.find()).toEqual([opened]);
  });

  it('labels are added to those that a pull request has', async () => {
    const { repository } = stage;
    const { number } = (await stage.open()).pullRequest;
    await stage.scene.createLabel('canary');
    await stage.scene.createLabel('größer & "sicher"');
    const add = async (...labels: string[]) =>
      stage
        .found(await stage.host.addLabels({ repository, number, labels }))
        .sort();
    expect(await add('canary')).toEqual(['canary']);
    expect(await add('größer & "sicher"', 'canary')).toEqual([
      'canary',
      'größer & "sicher"',
    ]);
    const now = await add('unheard-of');
    expect(now.includes('unheard-of')).toBe(createsLabels);
    expect(now).toEqual(expect.arrayContaining(['canary']));
  });

  it('reviews are asked for of people and of teams', async () => {
    const { host, repository, scene } = stage;
    const { pullRequest } = await stage.open();
    stage.found(
      await host.requestReviews({
        repository,
        number: pullRequest.number,
        reviewers: { people: ['reviewer'], teams: scene.teams },
      }),
    );
    const { awaiting } = stage.found(
      await host.review({ repository, pullRequest }),
    );
    expect(awaiting).toEqual([
      'reviewer',
      ...scene.teams.map(team => team.split('/')[1]),
    ]);
  });

  it('reviews of those who cannot give any are refused, and the pull request stays open', async () => {
    const { host, repository } = stage;
    const { number } = (await stage.open()).pullRequest;
    const result = await host.requestReviews({
      repository,
      number,
      reviewers: { people: ['somebody-unheard-of'], teams: [] },
    });
    expect(result.outcome).toMatch(/refused|notFound/);
    expect(await stage.find()).toMatchObject([{ number, state: 'open' }]);
  });

  it('somebody who may only read neither labels nor asks for reviews', async () => {
    const { repository, scene } = stage;
    const { number } = (await stage.open()).pullRequest;
    const reader = scene.host('reader');
    expect(
      await reader.addLabels({ repository, number, labels: ['canary'] }),
    ).toMatchObject({ outcome: 'forbidden' });
    expect(
      await reader.requestReviews({
        repository,
        number,
        reviewers: { people: ['reviewer'], teams: [] },
      }),
    ).toMatchObject({ outcome: 'forbidden' });
  });
});
