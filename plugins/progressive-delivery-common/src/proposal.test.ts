import {
  Proposal,
  proposalRequestSchema,
  proposalResponseSchema,
  proposalsResponseSchema,
} from './proposal';
import { toMessage } from './texts';

/** What this version sends of a proposal. */
const proposal: Proposal = {
  number: 3,
  url: 'https://git.example.com/platform/gitops/pulls/3',
  title: 'Turn progressive delivery on',
  branch: 'progressive-delivery/on',
  state: 'open',
  switch: 'progressiveDelivery.enabled',
  enabled: true,
  createdAt: '2026-01-01T00:00:00Z',
  override: {
    state: 'overridden',
    findings: [
      { id: 'prune-last-live', object: { kind: 'Deployment', name: 'web' } },
    ],
    reason: 'A maintenance window',
  },
  journey: [
    {
      id: 'pull-request',
      state: 'done',
      at: '2026-01-01T00:00:00Z',
      by: 'user:default/guest',
      review: {
        conflicts: 'no',
        behind: true,
        checks: [{ name: 'lint', state: 'passed' }],
        approvedBy: ['ada'],
        changesRequestedBy: [],
        awaiting: ['platform'],
      },
    },
    {
      id: 'merged',
      state: 'current',
      reason: toMessage('journey', {
        id: 'awaitingMerge',
        parameters: { base: 'main' },
      }),
    },
  ],
};

const unknown = (text: string) => ({ id: 'unknown', parameters: {}, text });

describe('proposals of this version', () => {
  it('are read as they were sent', () => {
    const answer = { proposals: [proposal] };
    expect(proposalsResponseSchema.parse(answer)).toEqual(answer);
  });
});

describe('proposals of the next minor version', () => {
  const later = {
    ...proposal,
    state: 'queued',
    checks: [],
    override: { state: 'waived', by: 'policy' },
    journey: [
      {
        id: 'audited',
        state: 'skipped',
        reason: { id: 'eclipse', parameters: {}, text: 'It gets dark.' },
      },
    ],
  };
  const shown = {
    ...proposal,
    state: 'unknown',
    override: { state: 'unknown' },
    journey: [
      { id: 'unknown', state: 'unknown', reason: unknown('It gets dark.') },
    ],
  };

  it('are shown as far as they are known, and the rest as unknown', () => {
    expect(
      proposalsResponseSchema.parse({ proposals: [later], next: 'page' }),
    ).toEqual({ proposals: [shown] });
  });

  it('may have come to be in another way', () => {
    expect(
      proposalResponseSchema.parse({ outcome: 'queued', proposal: later }),
    ).toEqual({ outcome: 'unknown', proposal: shown });
  });
});

describe('proposals of the previous minor version', () => {
  it('say nothing of what was overridden', () => {
    const { override, ...earlier } = proposal;
    expect(proposalsResponseSchema.parse({ proposals: [earlier] })).toEqual({
      proposals: [earlier],
    });
  });
});

describe('a request for a proposal', () => {
  const request = {
    switch: 'progressiveDelivery.enabled',
    enabled: true,
    digest: '5a1',
    profile: 'p',
  };

  it('of the previous minor version overrides nothing', () => {
    expect(proposalRequestSchema.parse(request)).toEqual(request);
  });

  it('is refused where it asks for what this version does not know', () => {
    expect(
      proposalRequestSchema.safeParse({ ...request, atMidnight: true }).error
        ?.issues,
    ).toEqual([expect.objectContaining({ code: 'unrecognized_keys' })]);
  });
});
