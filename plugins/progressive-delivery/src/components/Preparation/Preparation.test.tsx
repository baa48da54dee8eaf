import { withLogCollector } from '@backstage/test-utils';
import {
  DeliveryChart,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chart, preparedChart, refusedChart } from '../../__testUtils__/chart';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { responseError } from '../../__testUtils__/responseError';
import {
  renderChart,
  renderPreparation,
} from './__testUtils__/renderPreparation';

describe('the page that prepares a chart', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();
  const show = (
    changed: Partial<DeliveryChart> = {},
    options?: Parameters<typeof renderPreparation>[1],
  ) => renderChart(api, changed, options);

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  it('says what it is doing, where, and has the focus on its title', async () => {
    api.getChartPreparation.mockReturnValue(new Promise(() => {}));
    await show();
    expect(
      await screen.findByText(
        'Adding the switch to the chart, and verifying with Helm that nothing else changes',
      ),
    ).toBeInTheDocument();
    const title = screen.getByRole('heading', {
      name: 'Prepare web for progressive delivery',
    });
    expect(title).toHaveFocus();
    expect(
      screen.getByText('charts/web in platform/gitops'),
    ).toBeInTheDocument();
  });

  it('says what was proved and shows the diff of each file', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'Changes to charts/web/templates/deployment.yaml',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      '2 unchanged lines',
      '33 # The workload',
      '4-kind: Deployment',
      '4+kind: {{ include "web.kind" . }}',
      '55 metadata:',
    ]);
    expect(
      screen.getByRole('table', { name: /_progressive-delivery\.tpl$/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'progressiveDelivery.enabled: the Deployment in templates/deployment.yaml, line 4',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^With the switch on, .*: Deployment web$/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Rendered with 2 sets of values'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Only changed lines/)).not.toBeInTheDocument();
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain('A pull request can add the switch for 1 workload.');
  });

  it('says what is not shown, what changes besides, and what to know before merging', async () => {
    api.preparation = {
      ...preparedChart,
      masked: true,
      workloads: [{ ...preparedChart.workloads[0], replicasAdded: true }],
      notes: [
        toMessage('adoptionNote', {
          id: 'recreate',
          parameters: { object: 'Deployment web' },
        }),
      ],
    };
    await show();
    expect(
      await screen.findByText(
        /You need the permission progressive-delivery.comparison.values.read/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^With the switch off, .* spec\.replicas/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Deployment web stops its old pods before/),
    ).toBeInTheDocument();
  });

  it('says which lines are in the way, and looks again', async () => {
    api.preparation = refusedChart;
    await show();
    expect(
      await screen.findByText(
        'templates/deployment.yaml, line 7: the Deployment has no replicas. A Rollout without it starts with one pod: add it first',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Add the switch to a chart by hand/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/docs\/chart-pattern\.md$/),
    );
    expect(
      screen.queryByRole('button', { name: 'Open pull request' }),
    ).not.toBeInTheDocument();
    let copied: string | undefined;
    document.execCommand = () => {
      copied = window.getSelection()?.toString();
      return true;
    };
    await user.click(screen.getByRole('button', { name: 'Copy the problems' }));
    expect(copied?.split('\n')).toHaveLength(2);

    let answer = () => {};
    api.getChartPreparation.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          answer = () => resolve(preparedChart);
        }),
    );
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(
      await screen.findByText(/^Adding the switch to the chart/),
    ).toHaveAttribute('role', 'status');
    answer();
    expect(
      await screen.findByRole('button', { name: 'Open pull request' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/^Adding the switch to the chart/),
    ).not.toBeInTheDocument();
  });

  it('says each problem, also where two read alike', async () => {
    const [obstacle] = refusedChart.obstacles;
    api.preparation = { ...refusedChart, obstacles: [obstacle, obstacle] };
    const { error } = await withLogCollector(['error'], async () => {
      await show();
      expect(await screen.findAllByText(/is in a loop/)).toHaveLength(2);
    });
    expect(error).toEqual([]);
  });

  it('says why it failed, or is not allowed, and tries again', async () => {
    api.getChartPreparation
      .mockRejectedValueOnce(
        await responseError(403, 'NotAllowedError', 'You may not'),
      )
      .mockRejectedValueOnce(
        await responseError(503, 'ServiceUnavailableError', 'Git is down'),
      );
    await show();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You do not have permission to see what preparing this chart changes',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Git is down')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: 'Open pull request' }),
    ).toBeInTheDocument();
  });

  it('lets one choose among several charts', async () => {
    api.charts = {
      charts: [chart, { ...chart, id: 'worker', name: 'worker' }],
    };
    await renderPreparation(api);
    const charts = await screen.findByRole('navigation', {
      name: 'Charts of agents',
    });
    expect(api.getChartPreparation).not.toHaveBeenCalled();
    await user.click(within(charts).getByRole('link', { name: 'worker' }));
    expect(
      await screen.findByRole('heading', {
        name: 'Prepare worker for progressive delivery',
      }),
    ).toHaveFocus();
    expect(api.getChartPreparation).toHaveBeenCalledWith(
      expect.anything(),
      'worker',
      expect.anything(),
    );
  });

  it.each([
    '/preparation/nothing',
    `/preparation/${deliveryTarget.id}?chart=no`,
  ])('says that there is nothing at %s', async path => {
    await show({}, { path });
    expect(
      await screen.findByText('There is no such chart'),
    ).toBeInTheDocument();
  });
});
