import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  FleetRow,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router-dom';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { fleetOf, fleetRow, fleetWorkload } from '../../__testUtils__/fleet';
import { problem } from '../../__testUtils__/problem';
import { responseError } from '../../__testUtils__/responseError';
import { progressiveDeliveryApiRef } from '../../api';
import { EntityTab } from '../../hooks/EntityTab';
import { Fleet } from './Fleet';

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const waiting: FleetRow = {
  ...fleetRow,
  entityRef: 'component:default/checkout',
  title: 'Checkout',
  attention: 'waiting',
  kind: 'Rollout',
  since: minutesAgo(12),
  workloads: [
    {
      ...fleetWorkload,
      kind: 'Rollout',
      name: 'checkout',
      attention: 'waiting',
      phase: 'Paused',
      step: { number: 2, count: 5 },
      weight: 25,
      waitsFor: toMessage('wait', { id: 'promotion', parameters: {} }),
      since: minutesAgo(12),
    },
  ],
  workloadCount: 3,
  switches: { state: 'done', count: 1, on: 1, switchable: 0 },
  proposals: {
    state: 'done',
    open: [
      {
        number: 7,
        url: 'https://git.example.com/platform/gitops/pulls/7',
        switch: 'web.progressiveDelivery.enabled',
        enabled: false,
      },
    ],
  },
};

/** What a browser has around the page. */
const Browser = () => {
  const navigate = useNavigate();
  return (
    <>
      <output>{useLocation().search}</output>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
};

describe('Fleet', () => {
  let api: FakeProgressiveDeliveryApi;
  const render = (path = '/') =>
    renderInTestApp(
      <TestApiProvider apis={[[progressiveDeliveryApiRef, api]]}>
        <EntityTab.Provider value={page => `${page}/progressive-delivery`}>
          <Fleet />
        </EntityTab.Provider>
        <Browser />
      </TestApiProvider>,
      {
        routeEntries: [path],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
  const rowOf = async (name: string) => {
    const header = await screen.findByRole('rowheader', { name });
    const row = header.closest('tr');
    if (!row) {
      throw new Error(`${name} is in no row`);
    }
    return row;
  };
  const lastQuery = () => api.getFleet.mock.lastCall?.[0];

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    api.fleet = fleetOf([waiting, fleetRow]);
  });

  it('says of each component how it is, and leads to its tab', async () => {
    await render();
    const checkout = await rowOf('Checkout');
    for (const text of [
      'Paused',
      'Rollout checkout, agents-production',
      'Waiting for promotion',
      'and 2 more workloads',
      'Rollout',
      '2 of 5',
      '25%',
      '1 of 1 on',
    ]) {
      expect(within(checkout).getByText(text)).toBeInTheDocument();
    }
    expect(within(checkout).getByText(/^12m/)).toBeInTheDocument();
    expect(
      within(checkout).getByRole('link', { name: 'Checkout' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/progressive-delivery',
    );
    expect(
      within(checkout).getByRole('link', {
        name: /#7 turns it off/,
      }),
    ).toHaveAttribute(
      'href',
      'https://git.example.com/platform/gitops/pulls/7',
    );
    expect(
      within(checkout).getByRole('link', { name: 'platform' }),
    ).toHaveAttribute('href', '/catalog/default/group/platform');

    const agents = await rowOf('agents');
    expect(within(agents).getByText('Healthy')).toBeInTheDocument();
    expect(within(agents).getByText('1 can be turned on')).toBeInTheDocument();
    expect(screen.getByText('2 components')).toBeInTheDocument();
  });

  it('names the switch of a pull request where there are several, and once a target that is called like its workload', async () => {
    const [workload] = waiting.workloads;
    api.fleet = fleetOf([
      {
        ...waiting,
        workloads: [{ ...workload, target: workload.name }],
        switches: { state: 'done', count: 2, on: 2, switchable: 0 },
      },
    ]);
    await render();
    const checkout = await rowOf('Checkout');
    expect(
      within(checkout).getByRole('link', {
        name: /#7, turns web.progressiveDelivery.enabled off/,
      }),
    ).toBeInTheDocument();
    expect(within(checkout).getByText('Rollout checkout')).toBeInTheDocument();
  });

  it('keeps filter, search and order in the URL', async () => {
    await render('/?filter=nonsense&sort=owner');
    await rowOf('Checkout');
    expect(lastQuery()).toMatchObject({ filter: 'all', sort: 'owner' });
    expect(screen.getByRole('columnheader', { name: /Owner/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );

    await userEvent.click(
      screen.getByRole('button', { name: /^Needs attention/ }),
    );
    await waitFor(() =>
      expect(lastQuery()).toMatchObject({ filter: 'attention' }),
    );
    expect(
      screen.getByRole('button', { name: /^Needs attention/ }),
    ).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: /^Owner/ }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ order: 'desc' }));
    await userEvent.type(screen.getByRole('searchbox'), 'shop');
    await waitFor(() => expect(lastQuery()).toMatchObject({ search: 'shop' }));
    expect(screen.getByText(/filter=attention/)).toHaveTextContent(
      '?filter=attention&sort=owner&order=desc&search=shop',
    );
  });

  it('goes from page to page, and back to the first with another filter', async () => {
    const first = fleetOf([waiting], { next: 'c1', total: 3 });
    api.fleet = first;
    await render();
    await rowOf('Checkout');
    expect(screen.getByText('1 to 1 of 3')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();
    api.fleet = fleetOf([fleetRow], { before: 1, next: 'c2', total: 3 });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await rowOf('agents');
    expect(lastQuery()).toMatchObject({ cursor: 'c1' });
    expect(screen.getByText('2 to 2 of 3')).toBeInTheDocument();
    expect(screen.getByText('?cursor=c1')).toBeInTheDocument();

    api.fleet = fleetOf([fleetRow], { before: 2, previous: 'c1', total: 3 });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('3 to 3 of 3');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await waitFor(() => expect(lastQuery()?.cursor).toBe('c1'));

    api.fleet = first;
    await userEvent.click(await screen.findByRole('button', { name: /^All/ }));
    await waitFor(() => expect(lastQuery()?.cursor).toBeUndefined());
    expect(screen.queryByText(/cursor=/)).not.toBeInTheDocument();
  });

  it('leads back from page to page, and opens the page of a URL', async () => {
    api.fleet = fleetOf([fleetRow], { before: 1, next: 'c2', total: 3 });
    await render('/?cursor=c1');
    await rowOf('agents');
    expect(lastQuery()).toMatchObject({ cursor: 'c1' });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ cursor: 'c2' }));
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(lastQuery()).toMatchObject({ cursor: 'c1' }));
  });

  it('shows the first page where that of a URL is none any more', async () => {
    const first = fleetOf([waiting], { total: 1 });
    api.getFleet.mockImplementation(async ({ cursor }) => {
      switch (cursor) {
        case undefined:
          return first;
        case 'after-all':
          return fleetOf([], { before: 1, total: 1 });
        default:
          throw await responseError(400, 'InputError', 'cursor: it has to be');
      }
    });
    const { unmount } = await render('/?cursor=nonsense&sort=name');
    await rowOf('Checkout');
    expect(screen.getByText('?sort=name')).toBeInTheDocument();
    unmount();

    await render('/?cursor=after-all');
    await rowOf('Checkout');
    expect(screen.queryByText(/cursor=/)).not.toBeInTheDocument();
  });

  it('sorts by each column, by pull requests those with most first', async () => {
    await render();
    await rowOf('Checkout');
    await userEvent.click(screen.getByRole('button', { name: 'Step' }));
    await waitFor(() =>
      expect(lastQuery()).toMatchObject({ sort: 'step', order: 'asc' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Pull requests' }),
    );
    await waitFor(() =>
      expect(lastQuery()).toMatchObject({ sort: 'proposals', order: 'desc' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Pull requests' }),
    );
    await waitFor(() => expect(lastQuery()).toMatchObject({ order: 'asc' }));
  });

  it('tells what is unknown from what is healthy, and how old it is', async () => {
    api.fleet = fleetOf(
      [
        {
          ...fleetRow,
          attention: 'unknown',
          kind: 'unknown',
          problems: [problem('Cluster production does not answer.')],
          switches: { state: 'failed', count: 0, on: 0, switchable: 0 },
          proposals: { state: 'failed', open: [] },
          unusable: 2,
          observedAt: minutesAgo(5),
        },
      ],
      { problems: [problem('The catalog is away.')] },
    );
    await render();
    const row = await rowOf('agents');
    for (const text of [
      'Cluster production does not answer.',
      '2 delivery targets cannot be used',
      'Git could not be read',
      'Could not be read',
      /^as of 5m/,
    ]) {
      expect(within(row).getByText(text)).toBeInTheDocument();
    }
    expect(within(row).queryByText('Healthy')).not.toBeInTheDocument();
    expect(screen.getByText('The catalog is away.')).toBeInTheDocument();
  });

  it('says that a controller is silent', async () => {
    api.fleet = fleetOf([
      {
        ...waiting,
        attention: 'failing',
        workloads: [
          {
            ...waiting.workloads[0],
            attention: 'failing',
            phase: 'Progressing',
            since: minutesAgo(3),
          },
        ],
      },
    ]);
    await render();
    expect(
      await screen.findByText(/^The controller has not responded for 3m/),
    ).toBeInTheDocument();
  });

  it('shows what is known while the rest is being read', async () => {
    api.fleet = fleetOf([{ ...fleetRow, attention: 'pending' }], {
      reading: { state: 'pending', live: 0, switches: 0 },
    });
    await render();
    expect(within(await rowOf('agents')).getByText('Loading')).toBeVisible();
    expect(
      screen.getByText(/^Still loading\. Live state: 0 of 1\./),
    ).toBeVisible();
  });

  it('writes large counts as the language does', async () => {
    api.fleet = fleetOf([fleetRow], {
      total: 1234,
      counts: { ...api.fleet.counts, components: 1234 },
    });
    await render();
    expect(
      await screen.findByRole('button', { name: 'All (1,234)' }),
    ).toBeVisible();
    expect(screen.getByText('1,234 components')).toBeVisible();
  });

  it('says what to do where there is nothing, or nothing that matches', async () => {
    api.fleet = fleetOf([]);
    const { unmount } = await render();
    expect(
      await screen.findByText('No component has a delivery target'),
    ).toBeInTheDocument();
    unmount();

    api.fleet = fleetOf([], {
      counts: { ...api.fleet.counts, components: 3 },
    });
    await render('/?search=nothing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all components' }),
    );
    await waitFor(() => expect(lastQuery()).toMatchObject({ search: '' }));
  });

  it('says why nothing can be shown, and tries again', async () => {
    api.getFleet.mockRejectedValueOnce(
      await responseError(
        503,
        'ServiceUnavailableError',
        'The catalog is away.',
      ),
    );
    await render();
    expect(
      await screen.findByText(/The list of components could not be read/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await rowOf('Checkout');
  });
});
