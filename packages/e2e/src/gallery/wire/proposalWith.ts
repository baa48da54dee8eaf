import {
  ContentOf,
  JourneyReason,
  JourneyStop,
  Proposal,
  ProposalReview,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { SWITCH } from './targetWith';

const STOPS = [
  'pull-request',
  'merged',
  'synced',
  'kind-changed',
  'healthy',
  'serving',
] as const;

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

export const because = (content: ContentOf<JourneyReason>): JourneyReason =>
  toMessage('journey', content);

/** A pull request that has come as far as its stop `at`, and waits or has failed there; at none of them it has arrived. */
export function proposalWith({
  at,
  number = 42,
  reason,
  review,
  state = 'current',
  ...changed
}: {
  at?: (typeof STOPS)[number];
  reason?: JourneyReason;
  review?: Partial<ProposalReview>;
  state?: 'current' | 'failed' | 'unknown';
} & Partial<Omit<Proposal, 'state'>> & {
    proposalState?: Proposal['state'];
  }): Proposal {
  const { proposalState, ...rest } = changed;
  const index = at ? STOPS.indexOf(at) : STOPS.length;
  const url = `https://git.example.com/shop/gitops/pulls/${number}`;
  const journey = STOPS.map((id, position): JourneyStop => {
    if (position < index) {
      return {
        id,
        state: 'done',
        at: minutesAgo(40 - 6 * position),
        ...(id === 'pull-request' && { by: 'user:default/dora', url }),
        ...(id === 'merged' && {
          by: 'marc',
          commit: '9b1c7e0f33aa4d5cbe6f00112233445566778899',
        }),
      };
    }
    return position === index
      ? { id, state, reason }
      : { id, state: 'waiting' };
  });
  return {
    number,
    url,
    title: 'Turn progressive delivery on for web',
    branch: 'progressive-delivery/web-on',
    state:
      proposalState ?? (index > STOPS.indexOf('merged') ? 'merged' : 'open'),
    switch: SWITCH,
    enabled: true,
    requestedBy: 'user:default/dora',
    createdAt: minutesAgo(40),
    ...rest,
    journey: journey.map(stop =>
      stop.id === 'pull-request' && review
        ? {
            ...stop,
            review: {
              conflicts: 'no',
              behind: false,
              checks: [],
              approvedBy: [],
              changesRequestedBy: [],
              awaiting: [],
              ...review,
            },
          }
        : stop,
    ),
  };
}
