import {
  Proposal,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { CONTROLLERS_SWITCH } from './deliveryTarget';

export const proposal: Proposal = {
  number: 3,
  url: 'https://git.example.com/platform/gitops/pulls/3',
  title: 'Turn progressive delivery on for agents-controllers',
  branch: 'progressive-delivery/controllers-on',
  state: 'open',
  switch: CONTROLLERS_SWITCH,
  enabled: true,
  requestedBy: 'user:default/guest',
  createdAt: '2026-01-01T00:00:00Z',
  journey: [
    {
      id: 'pull-request',
      state: 'done',
      at: '2026-01-01T00:00:00Z',
      by: 'user:default/guest',
      url: 'https://git.example.com/platform/gitops/pulls/3',
      review: {
        conflicts: 'no',
        behind: false,
        checks: [],
        approvedBy: [],
        changesRequestedBy: [],
        awaiting: [],
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
    { id: 'synced', state: 'waiting' },
    { id: 'kind-changed', state: 'waiting' },
    { id: 'healthy', state: 'waiting' },
    { id: 'serving', state: 'waiting' },
  ],
};

export const mergedProposal: Proposal = {
  ...proposal,
  number: 2,
  state: 'merged',
  journey: [
    { id: 'pull-request', state: 'done' },
    {
      id: 'merged',
      state: 'done',
      at: '2026-01-01T00:05:00Z',
      by: 'reviewer',
      commit: '0123456789abcdef0123456789abcdef01234567',
      url: 'https://git.example.com/platform/gitops/pulls/2',
    },
    {
      id: 'synced',
      state: 'current',
      reason: toMessage('journey', {
        id: 'awaitingSync',
        parameters: { kind: 'Rollout' },
      }),
    },
    { id: 'kind-changed', state: 'waiting' },
    { id: 'healthy', state: 'waiting' },
    { id: 'serving', state: 'waiting' },
  ],
};

export const arrivedProposal: Proposal = {
  ...proposal,
  number: 1,
  state: 'merged',
  journey: proposal.journey.map(({ id }) => ({ id, state: 'done' })),
};
