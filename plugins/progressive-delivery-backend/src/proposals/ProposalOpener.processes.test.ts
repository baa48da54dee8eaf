import { HostScene, VALUES } from './gitHosts/__testUtils__/HostScene';
import { hostScenes } from './__testUtils__/hostScenes';
import { ProposerProcess } from './__testUtils__/ProposerProcess';
import { isOwnCommit } from './branches/ownCommit';
import { proposalBranch } from './branches/proposalBranch';
import { outstandingIn } from './text/outstanding';

// Processes start, and each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(600_000);

/** How often each is tried: more of them in `yarn test:long proposals`. */
const ROUNDS = Number(process.env.PD_PROPOSAL_ROUNDS ?? 1);
const rounds = Array.from({ length: ROUNDS }, (_, index) => index + 1);
/** Of what can be lost at worst, but not doubled. */
const few = rounds.slice(0, 3);

const configured = { labels: ['canary'], reviewers: ['reviewer'] };

// One that is pushed to and really is one, and one whose API commits.
const scenes = hostScenes.filter(({ name }) => /Gitea|with a token/.test(name));

describe.each(scenes)('several backends at $name', ({ start }) => {
  let scene: HostScene;
  let one: ProposerProcess;
  let other: ProposerProcess;
  let heir: ProposerProcess;

  beforeAll(async () => {
    scene = await start();
    await scene.createLabel('canary');
    // However busy the machine is, who has pushed is given the time to open.
    const patient = { ...configured, openingMilliseconds: 300_000 };
    one = await ProposerProcess.start(scene, patient);
    other = await ProposerProcess.start(scene, patient);
    heir = await ProposerProcess.start(scene, configured);
  });

  afterEach(() => {
    scene.gate.watch = undefined;
  });

  afterAll(async () => {
    await one?.stop();
    await other?.stop();
    await heir?.stop();
    await scene?.stop();
  });

  /** That there is one pull request, open, with one commit of ours on the base, its label and its reviewer. */
  const expectOne = async (path: string): Promise<number> => {
    const { repository } = scene;
    const change = { repository, base: 'main', file: VALUES, path };
    const branches = [true, false].map(enabled =>
      proposalBranch({ ...change, enabled }, 'progressive-delivery/'),
    );
    const found = await scene.host().find({
      repository,
      base: 'main',
      branches: new Set(branches),
    });
    expect(found).toMatchObject({
      outcome: 'found',
      value: [{ state: 'open', head: { branch: branches[0] } }],
    });
    const [pullRequest] = found.outcome === 'found' ? found.value : [];
    const made = await scene.repositories.commit({
      repository,
      commit: pullRequest.head.commit,
    });
    expect(isOwnCommit(made)).toBe(true);
    expect(made.parents).toEqual([scene.base]);
    expect(outstandingIn(pullRequest.body)).toEqual([]);
    const { number } = pullRequest;
    expect(await scene.labels(number)).toEqual(configured.labels);
    expect(
      await scene.host().review({ repository, pullRequest }),
    ).toMatchObject({ value: { awaiting: configured.reviewers } });
    return number;
  };

  it.each(rounds)(
    'open one pull request for twenty who ask at the same time (%s)',
    async round => {
      const path = `twenty${round}.progressiveDelivery.enabled`;
      let opened = 0;
      scene.gate.watch = (request, when) => {
        opened += when === 'before' && scene.isFor('open', request) ? 1 : 0;
        return true;
      };
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? one : other).propose(path),
        ),
      );
      const number = await expectOne(path);
      expect(answers.filter(answer => answer.number !== number)).toEqual([]);
      expect(
        answers.filter(({ outcome }) => outcome === 'created'),
      ).toHaveLength(1);
      // Not even asked for twice: a Git host may not keep two from being opened at the same moment.
      expect(opened).toBe(1);
    },
  );

  describe.each([
    ['before', 'publish', rounds],
    ['after', 'publish', rounds],
    ['before', 'open', rounds],
    ['after', 'open', rounds],
    ['before', 'label', few],
    ['after', 'label', few],
    ['before', 'review', few],
    ['after', 'review', few],
  ] as const)('killed %s the request to %s', (when, step, times) => {
    it.each(times)(
      'leave behind what the next request makes one pull request of (%s)',
      async round => {
        const path = `${step}-${when}${round}.progressiveDelivery.enabled`;
        const killed = await ProposerProcess.start(scene, configured);
        let kills = 0;
        scene.gate.watch = (request, at) => {
          if (at !== when || !scene.isFor(step, request)) {
            return true;
          }
          kills++;
          killed.kill();
          return false;
        };
        expect(await killed.propose(path)).toMatchObject({ outcome: 'killed' });
        scene.gate.watch = undefined;
        // The git that it has started may try again.
        expect(kills).toBeGreaterThan(0);
        await killed.stop();

        const next = await heir.propose(path);
        const number = await expectOne(path);
        expect(next).toMatchObject({
          number,
          outcome:
            step === 'publish' || (step === 'open' && when === 'before')
              ? 'created'
              : 'existing',
        });

        // What a person takes away stays away.
        await scene.removeLabel(number, 'canary');
        expect(await heir.propose(path)).toMatchObject({ outcome: 'existing' });
        expect(await scene.labels(number)).toEqual([]);
      },
    );
  });
});
