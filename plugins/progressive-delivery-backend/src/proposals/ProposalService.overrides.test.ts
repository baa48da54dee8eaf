import { Finding } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { foundOrThrow } from './pullRequests/foundOrThrow';
import { nothingFound, ProposalScene } from './__testUtils__/ProposalScene';

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

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('ProposalService, with a real repository', () => {
  let scene: ProposalScene;

  beforeAll(async () => {
    scene = await ProposalScene.create();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.end());

  it('opens none where what was found keeps it, and says what', async () => {
    scene.preflight = { ...nothingFound, findings: [blocking('web'), warning] };
    await expect(scene.propose()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'These findings block the pull request: Deployment web does not have it (prune-last-live). Fix them, or override them with a reason.',
      preflight: scene.preflight,
    });
    expect(await scene.list()).toEqual([]);
  });

  it('opens one where all of that is overridden, and says so in it', async () => {
    scene.preflight = { ...nothingFound, findings: [blocking('web'), warning] };
    const { overridden, proposal } = await scene.propose(true, {
      override: {
        findings: [{ id: 'prune-last-live', object: blocking('web').object }],
        reason: 'A maintenance window @ops',
      },
    });
    expect(overridden).toEqual([blocking('web')]);
    const [{ body }] = foundOrThrow(
      scene.host,
      { question: 'listPullRequests', repository: scene.url },
      await scene.host.find({
        repository: scene.url,
        base: 'main',
        branches: new Set([proposal.branch]),
      }),
    );
    expect(body).toContain(
      '**Overridden**\n\n- **block** `prune-last-live`: Deployment web does not have it. Why.\n\nReason:\n\n> A maintenance window @\u200bops',
    );
    expect(body).toContain('- **warn** `retry-refresh`: It is. Why.');
    const override = {
      state: 'overridden',
      findings: [{ id: 'prune-last-live', object: blocking('web').object }],
      reason: 'A maintenance window @ops',
    };
    expect(proposal.override).toEqual(override);
    expect(await scene.list()).toEqual([
      expect.objectContaining({ number: proposal.number, override }),
    ]);
  });

  it('cannot tell what was overridden once somebody has amended the commit', async () => {
    const { proposal } = await scene.propose();
    expect((await scene.list())[0].override).toEqual({ state: 'none' });
    scene.amend(proposal.branch);
    expect((await scene.list())[0].override).toEqual({ state: 'unknown' });
  });

  it('opens none where something else is found by then, or the same of another object', async () => {
    scene.preflight = {
      ...nothingFound,
      findings: [blocking('web'), blocking('api')],
    };
    await expect(
      scene.propose(true, {
        override: {
          findings: [{ id: 'prune-last-live', object: blocking('web').object }],
          reason: 'A maintenance window',
        },
      }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Deployment api does not have it'),
      preflight: scene.preflight,
    });
  });

  it('has warnings acknowledged where the configuration asks for that', async () => {
    scene.preflight = {
      ...nothingFound,
      findings: [warning],
      acknowledgeWarnings: true,
    };
    await expect(scene.propose()).rejects.toMatchObject({
      preflight: scene.preflight,
    });
    await expect(
      scene.propose(true, {
        override: { findings: [warning], reason: 'Known' },
      }),
    ).resolves.toMatchObject({ outcome: 'created', overridden: [warning] });
  });
});
