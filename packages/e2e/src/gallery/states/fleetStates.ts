import { GalleryState } from '../GalleryState';
import { fleetOf, fleetRow, pausedUntil } from '../wire/fleetWith';
import { problem } from '../wire/targetWith';

const rows = [
  fleetRow('payments', 'failing'),
  fleetRow('basket', 'stalled'),
  fleetRow('checkout', 'waiting'),
  fleetRow('search', 'unknown', {
    problems: [
      problem({
        id: 'clusterTimedOut',
        parameters: { cluster: 'production', seconds: 10 },
      }),
    ],
  }),
  fleetRow('recommendations', 'moving'),
  pausedUntil(fleetRow('shipping', 'moving'), 25),
  fleetRow('catalog', 'settled', {
    proposals: {
      state: 'done',
      open: [
        {
          number: 42,
          url: 'https://git.example.com/shop/gitops/pulls/42',
          switch: 'progressiveDelivery.enabled',
          enabled: true,
        },
      ],
    },
  }),
  fleetRow(
    'a-component-with-a-very-long-name-that-somebody-generated',
    'settled',
    {
      title: 'A component with a very long title that somebody thought about',
      owners: ['group:default/checkout', 'group:default/another-team-of-many'],
    },
  ),
];

/** More than there are on a page. */
const many = [
  ...rows,
  ...Array.from({ length: 52 }, (_, index) =>
    fleetRow(`service-${index + 1}`, index % 3 === 0 ? 'moving' : 'settled'),
  ),
];

const state = (
  id: string,
  given: Pick<
    GalleryState,
    'title' | 'shows' | 'path' | 'fleet' | 'fleetLater'
  >,
): GalleryState => ({ id: `fleet-${id}`, targets: 'never', ...given });

/** The page of all components. */
export const fleetStates: GalleryState[] = [
  state('loading', {
    title: 'All components, not known yet',
    shows: 'Loading components',
    fleet: 'never',
  }),
  state('many', {
    title: 'All components, what waits first',
    shows: 'payments',
    fleet: { body: fleetOf(rows) },
  }),
  state('no-progress', {
    title: 'All components, one of which makes no progress',
    shows: 'No progress for',
    path: '?filter=attention',
    fleet: {
      body: fleetOf(rows.slice(0, 3), { counts: fleetOf(rows).counts }),
    },
  }),
  state('reading', {
    title: 'All components, of which some are still being read',
    shows: 'payments',
    fleet: {
      body: fleetOf(rows, {
        reading: { state: 'pending', live: 2, switches: 1 },
      }),
    },
  }),
  state('second-page', {
    title: 'All components, the second page of those with most pull requests',
    shows: '51 to 60 of 60',
    path: '?sort=proposals&order=desc&cursor=50',
    fleet: { body: fleetOf(many) },
  }),
  state('no-match', {
    title: 'All components, none of which matches',
    shows: 'No component matches',
    path: '?filter=proposals&search=shipping',
    fleet: {
      body: fleetOf([], { counts: fleetOf(rows).counts }),
    },
  }),
  state('stale', {
    title: 'All components, and a backend that fails since they were read',
    shows: 'ECONNREFUSED',
    fleet: {
      // It asks again soon.
      body: fleetOf(rows, {
        reading: { state: 'pending', live: 5, switches: 6 },
      }),
    },
    fleetLater: {
      status: 500,
      error: {
        name: 'Error',
        message: 'The catalog could not be asked: connect ECONNREFUSED',
      },
    },
  }),
  state('empty', {
    title: 'No component',
    shows: 'argocd/app-name',
    fleet: { body: fleetOf([]) },
  }),
  state('not-allowed', {
    title: 'Somebody who may not see components',
    shows: 'You are not allowed',
    fleet: {
      status: 403,
      error: {
        name: 'NotAllowedError',
        message: 'You are not allowed to see how components are delivered',
      },
    },
  }),
  state('failed', {
    title: 'All components, and a backend that fails',
    shows: 'ECONNREFUSED',
    fleet: {
      status: 500,
      error: {
        name: 'Error',
        message: 'The catalog could not be asked: connect ECONNREFUSED',
      },
    },
  }),
];
