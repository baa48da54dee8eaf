import { Proposal } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
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
      stage: 'pull-request',
      state: 'current',
      message: 'Waits for somebody to merge it.',
    },
    { stage: 'merged', state: 'waiting' },
    { stage: 'synced', state: 'waiting' },
    { stage: 'kind-changed', state: 'waiting' },
    { stage: 'healthy', state: 'waiting' },
  ],
};

export const mergedProposal: Proposal = {
  ...proposal,
  number: 2,
  state: 'merged',
  journey: [
    { stage: 'pull-request', state: 'done' },
    { stage: 'merged', state: 'done' },
    {
      stage: 'synced',
      state: 'current',
      message: 'Argo CD has not applied 0123456 yet.',
    },
    { stage: 'kind-changed', state: 'waiting' },
    { stage: 'healthy', state: 'waiting' },
  ],
};

export const arrivedProposal: Proposal = {
  ...proposal,
  number: 1,
  state: 'merged',
  journey: proposal.journey.map(({ stage }) => ({ stage, state: 'done' })),
};
