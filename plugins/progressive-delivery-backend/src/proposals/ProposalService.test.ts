import { mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  Comparison,
  Finding,
  Preflight,
  ProposalRequest,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { BareRepository } from '../git/__testUtils__/BareRepository';
import { GitScene } from '../git/__testUtils__/GitScene';
import { PreflightService } from '../preflight/PreflightService';
import { RepositoryService } from '../git/RepositoryService';
import { RolloutService } from '../rollouts/live/RolloutService';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { VariantService } from '../variants/VariantService';
import { FakeGitHost } from './__testUtils__/FakeGitHost';
import { foundOrThrow } from './foundOrThrow';
import { ProposalJourneys } from './ProposalJourneys';
import { ProposalService } from './ProposalService';
import { ProposalTexts } from './text/ProposalTexts';
import {
  defaultBodyTemplate,
  defaultTitleTemplate,
} from '../proposalTemplates';

const VALUES = 'apps/web/values.yaml';
const SWITCH = 'web.progressiveDelivery.enabled';
const nothingFound: Preflight = {
  findings: [],
  unchecked: [],
  summary: { looked: 1, found: 0, couldNotLook: 0 },
  acknowledgeWarnings: false,
};

const blocking = (name: string): Finding => ({
  id: 'prune-last-live',
  object: { kind: 'Deployment', namespace: 'shop', name },
  severity: 'block',
  parameters: {},
  seen: `Deployment ${name} does not have it`,
  why: 'Why',
  remedy: 'What to do',
});

const warning: Finding = {
  id: 'retry-refresh',
  object: { kind: 'Application', namespace: 'argocd', name: 'shop' },
  severity: 'warn',
  parameters: {},
  seen: 'It is',
  why: 'Why',
  remedy: 'What to do',
};

const by = {
  entityRef: 'component:default/web',
  userEntityRef: 'user:default/guest',
};

const target: DeliveryTarget = {
  kind: 'overlay',
  id: 'main.argocd.web',
  title: 'web',
  sources: [],
  destination: { cluster: 'main', namespace: 'shop' },
};

const text = (enabled: boolean) =>
  `web:\n  progressiveDelivery:\n    enabled: ${enabled}\n`;

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('ProposalService, with a real repository', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let repositories: RepositoryService;
  let host: FakeGitHost;
  /** Why nothing is known of the cluster; otherwise nothing runs there. */
  let preflight = nothingFound;
  let clusterError: Error | undefined;

  beforeAll(async () => {
    scene = await GitScene.create();
    repositories = scene.service();
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    repository.commit({ [VALUES]: text(false), README: 'read me\n' });
    host = new FakeGitHost(repository, repositories);
    clusterError = undefined;
    preflight = nothingFound;
  });

  afterAll(() => scene.end());

  const rollouts: Pick<RolloutService, 'statuses'> = {
    statuses: async () => {
      if (clusterError) {
        throw clusterError;
      }
      return {
        observedAt: '2026-11-20T00:00:00.000Z',
        rollouts: [],
        problems: [],
        lookedFor: [],
      };
    },
  };

  /** What a rendering says of the values file as it is on the branch. */
  const variants = (): Pick<PreflightService, 'compare'> &
    Pick<VariantService, 'describe'> => ({
    compare: async (_target, change) => {
      const commit = repository.head('main') ?? '';
      const before = repository.git(['show', `${commit}:${VALUES}`]);
      const comparison: Comparison = {
        target: target.id,
        switch: change.switch,
        enabled: change.enabled,
        digest: `${commit} ${change.enabled}`,
        profile: { id: 'p', helm: 'v4', kustomize: 'v5', apiVersions: [] },
        base: { repository: url, branch: 'main', commit },
        summary: 'Deployment web becomes a Rollout.',
        sentences: [],
        alreadySet: before.trim() === text(change.enabled).trim(),
        masked: true,
        unstable: [],
        unchanged: 0,
        changes: [],
        preflight,
      };
      return {
        comparison,
        edit: {
          repository: url,
          branch: 'main',
          commit,
          file: VALUES,
          path: SWITCH,
          after: text(change.enabled),
        },
      };
    },
    describe: async () => ({
      sources: [],
      switches: [],
      workloads: [
        {
          namespace: 'shop',
          name: 'web',
          kind: 'Deployment',
          switches: [SWITCH],
        },
      ],
      editPlaces: [
        {
          switch: SWITCH,
          repository: url,
          base: 'main',
          file: VALUES,
          path: SWITCH,
        },
      ],
      rendering: { state: 'done' as const },
      problems: [],
    }),
  });

  const service = () =>
    ProposalService.create({
      gitHostOf: () => host,
      repositories,
      variants: variants(),
      preflight: variants(),
      journeys: ProposalJourneys.create({ rollouts }),
      texts: ProposalTexts.create({
        config: {
          titleTemplate: defaultTitleTemplate,
          bodyTemplate: defaultBodyTemplate,
        },
        appUrl: 'https://backstage.example.com',
      }),
      coAuthorOf: async () => ({ name: 'A Guest', email: 'guest@example.com' }),
      author: { name: 'Backstage', email: 'backstage@example.com' },
      logger: mockServices.logger.mock(),
    });

  const propose = async (
    enabled = true,
    request: Partial<ProposalRequest> = {},
  ) =>
    service().propose(
      target,
      {
        switch: SWITCH,
        enabled,
        digest: `${repository.head('main')} ${enabled}`,
        profile: 'p',
        ...request,
      },
      by,
    );

  it('opens none where what was found keeps it, and says what', async () => {
    preflight = { ...nothingFound, findings: [blocking('web'), warning] };
    await expect(propose()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'What was found keeps this from being proposed: Deployment web does not have it (prune-last-live). Fix it, or override it with a reason.',
      preflight,
    });
    expect(await service().list(target)).toEqual([]);
  });

  it('opens one where all of that is overridden, and says so in it', async () => {
    preflight = { ...nothingFound, findings: [blocking('web'), warning] };
    const { overridden, proposal } = await propose(true, {
      override: {
        findings: [{ id: 'prune-last-live', object: blocking('web').object }],
        reason: 'A maintenance window @ops',
      },
    });
    expect(overridden).toEqual([blocking('web')]);
    const [{ body }] = foundOrThrow(
      host,
      { action: 'list pull requests', repository: url },
      await host.find({
        repository: url,
        base: 'main',
        branches: new Set([proposal.branch]),
      }),
    );
    expect(body).toContain(
      '**Overridden**\n\n- **block** `prune-last-live`: Deployment web does not have it Why\n\nReason:\n\n> A maintenance window @\u200bops',
    );
    expect(body).toContain('- **warn** `retry-refresh`: It is Why');
    const override = {
      state: 'overridden',
      findings: [{ id: 'prune-last-live', object: blocking('web').object }],
      reason: 'A maintenance window @ops',
    };
    expect(proposal.override).toEqual(override);
    expect(await service().list(target)).toEqual([
      expect.objectContaining({ number: proposal.number, override }),
    ]);
  });

  it('cannot tell what was overridden once somebody has amended the commit', async () => {
    const { proposal } = await propose();
    expect((await service().list(target))[0].override).toEqual({
      state: 'none',
    });
    amend(proposal.branch);
    expect((await service().list(target))[0].override).toEqual({
      state: 'unknown',
    });
  });

  it('opens none where something else is found by then, or the same of another object', async () => {
    preflight = {
      ...nothingFound,
      findings: [blocking('web'), blocking('api')],
    };
    await expect(
      propose(true, {
        override: {
          findings: [{ id: 'prune-last-live', object: blocking('web').object }],
          reason: 'A maintenance window',
        },
      }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Deployment api does not have it'),
      preflight,
    });
  });

  it('has warnings acknowledged where the configuration asks for that', async () => {
    preflight = {
      ...nothingFound,
      findings: [warning],
      acknowledgeWarnings: true,
    };
    await expect(propose()).rejects.toMatchObject({ preflight });
    await expect(
      propose(true, { override: { findings: [warning], reason: 'Known' } }),
    ).resolves.toMatchObject({ outcome: 'created', overridden: [warning] });
  });

  const headOf = (branch: string) => repository.head(branch);

  /** Changes the head of a branch as `git commit --amend` does: the author and the message stay. */
  const amend = (branch: string) => {
    const head = headOf(branch) ?? '';
    const blob = repository.git(['hash-object', '-w', '--stdin'], 'reviewed\n');
    const show = (format: string) =>
      repository.git(['show', '--no-patch', `--format=${format}`, head]);
    const tree = repository.git(
      ['mktree'],
      `100644 blob ${blob}\tREADME\n${repository
        .git(['ls-tree', head])
        .split('\n')
        .filter(line => !line.endsWith('README'))
        .join('\n')}\n`,
    );
    const amended = repository.git(
      [
        '-c',
        'author.name=Backstage',
        '-c',
        'author.email=backstage@example.com',
        'commit-tree',
        tree,
        '-p',
        show('%P'),
        '-F',
        '-',
      ],
      show('%B'),
    );
    repository.git(['update-ref', `refs/heads/${branch}`, amended]);
    return amended;
  };

  it('commits exactly what was previewed, and opens a pull request for it', async () => {
    const main = headOf('main');
    const { outcome, proposal } = await propose();
    expect(outcome).toBe('created');
    expect(proposal).toMatchObject({
      number: 1,
      state: 'open',
      switch: SWITCH,
      enabled: true,
      requestedBy: 'user:default/guest',
    });
    expect(proposal.journey.map(({ id, state }) => [id, state])).toEqual([
      ['pull-request', 'done'],
      ['merged', 'current'],
      ['synced', 'waiting'],
      ['kind-changed', 'waiting'],
      ['healthy', 'waiting'],
    ]);
    expect(headOf('main')).toBe(main);
    expect(
      repository.git(['diff', '--name-only', 'main', proposal.branch]),
    ).toBe(VALUES);
    expect(
      `${repository.git(['show', `${proposal.branch}:${VALUES}`])}\n`,
    ).toBe(text(true));
    expect(
      repository.git([
        'show',
        '--no-patch',
        '--format=%an %B',
        proposal.branch,
      ]),
    ).toMatch(
      /^Backstage Turn .*\n\nRequested-by: user:default\/guest\nCo-authored-by: A Guest <guest@example.com>\nBackstage-Tree: \w+/s,
    );
  });

  it('tells which of its pull requests are open, and in which file', async () => {
    const places = (await variants().describe(target)).editPlaces;
    expect(await service().openAmong(places)).toEqual([]);
    const { proposal } = await propose();
    expect(await service().openAmong(places)).toEqual([
      {
        number: proposal.number,
        url: proposal.url,
        switch: SWITCH,
        enabled: true,
        repository: url,
        file: VALUES,
      },
    ]);
  });

  it('finds the pull request that is open for the same change', async () => {
    const { proposal } = await propose();
    const head = headOf(proposal.branch);
    const again = await propose();
    expect(again).toEqual({
      outcome: 'existing',
      proposal: expect.objectContaining({ number: 1 }),
    });
    expect(headOf(proposal.branch)).toBe(head);
  });

  it('opens nothing while the opposite is open', async () => {
    await propose();
    repository.commit({ [VALUES]: text(true) });
    await expect(propose(false)).rejects.toThrow(
      /^Pull request #1 is open and turns .* on: merge or close it first/,
    );
  });

  it('commits nothing but what the person saw', async () => {
    await expect(propose(true, { digest: 'older' })).rejects.toThrow(
      ConflictError,
    );
    await expect(propose(true, { profile: 'other' })).rejects.toThrow(
      ConflictError,
    );
    await expect(propose(false)).rejects.toThrow(InputError);
    expect(repository.git(['branch', '--list', 'progressive-delivery/*'])).toBe(
      '',
    );
  });

  describe('on a branch of an earlier proposal', () => {
    it.each(['closed', 'merged'] as const)(
      'commits over what it left there when it was %s',
      async state => {
        const { proposal } = await propose();
        const left = headOf(proposal.branch);
        host.end(1, state);
        repository.commit({ [VALUES]: text(false), README: 'more\n' });

        await expect(propose()).resolves.toMatchObject({
          outcome: 'created',
          proposal: { number: 2 },
        });
        expect(headOf(proposal.branch)).not.toBe(left);
      },
    );

    it('commits over what is left of one that was never opened', async () => {
      host.broken = 'open';
      await expect(propose()).rejects.toThrow(
        `Git at git.example.com did not answer when asked to open a pull request in ${url}`,
      );
      host.broken = undefined;
      await expect(propose()).resolves.toMatchObject({ outcome: 'created' });
    });

    it.each(['open', 'closed'] as const)(
      'never pushes away what a reviewer amended, with a pull request that was %s before',
      async state => {
        const { proposal } = await propose();
        const amended = amend(proposal.branch);
        host.end(1, 'closed');
        if (state === 'open') {
          // As if the host no longer had it.
          host = new FakeGitHost(repository, repositories);
        }

        await expect(propose()).rejects.toThrow(
          new ConflictError(
            `Branch ${
              proposal.branch
            } of ${url} has work on it that Backstage did not commit (${amended.slice(
              0,
              8,
            )}), so it was left alone. Merge or delete that branch first.`,
          ),
        );
        expect(headOf(proposal.branch)).toBe(amended);
      },
    );

    it('never pushes away a commit on top of ours', async () => {
      const { proposal } = await propose();
      host.end(1, 'closed');
      const theirs = repository.commit({ README: 'theirs\n' }, proposal.branch);
      await expect(propose()).rejects.toThrow(ConflictError);
      expect(headOf(proposal.branch)).toBe(theirs);
    });

    it('goes on from what was merged, whoever has amended it', async () => {
      const { proposal } = await propose();
      amend(proposal.branch);
      host.end(1, 'merged');
      repository.commit({ [VALUES]: text(false) });
      await expect(propose()).resolves.toMatchObject({ outcome: 'created' });
    });
  });

  describe('when the Git host fails', () => {
    it('finds the pull request that was opened without an answer', async () => {
      host.broken = 'answer';
      await expect(propose()).resolves.toMatchObject({
        outcome: 'created',
        proposal: { number: 1, state: 'open' },
      });
    });

    it('has opened the pull request whatever cannot be read afterwards', async () => {
      clusterError = new ServiceUnavailableError('No cluster');
      await expect(propose()).resolves.toMatchObject({ outcome: 'created' });
    });

    it('pushes nothing where it cannot look for pull requests', async () => {
      host.broken = 'find';
      await expect(propose()).rejects.toThrow(
        `Git at git.example.com did not answer when asked to list pull requests in ${url}`,
      );
      expect(
        repository.git(['branch', '--list', 'progressive-delivery/*']),
      ).toBe('');
    });
  });

  describe('lists', () => {
    it('the newest first, each with its journey', async () => {
      await propose();
      host.end(1, 'merged');
      await propose(false);

      const [off, on] = await service().list(target);
      expect(off).toMatchObject({ number: 2, enabled: false, state: 'open' });
      expect(on).toMatchObject({ number: 1, enabled: true, state: 'merged' });
      expect(on.journey.find(({ state }) => state !== 'done')).toMatchObject({
        id: 'synced',
        state: 'failed',
        reason: { id: 'nothingServes' },
      });
    });

    it('nothing after the merge of one that a later one took over from', async () => {
      await propose();
      host.end(1, 'merged');
      await propose(false);
      host.end(2, 'merged');

      const [, on] = await service().list(target);
      expect(on.journey.map(({ id }) => id)).toEqual([
        'pull-request',
        'merged',
      ]);
    });

    it('what runs as unknown where the cluster cannot be read', async () => {
      await propose();
      host.end(1, 'merged');
      clusterError = new ServiceUnavailableError('Cluster main did not answer');
      const [on] = await service().list(target);
      expect(on.journey[2]).toMatchObject({
        id: 'synced',
        state: 'unknown',
        reason: {
          id: 'clusterUnknown',
          parameters: {},
        },
        problem: { text: 'Cluster main did not answer' },
      });
    });
  });
});
