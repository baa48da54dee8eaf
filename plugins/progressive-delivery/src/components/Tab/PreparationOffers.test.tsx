import {
  ChartsResponse,
  DeliveryTargetSummary,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chart, preparationProposal } from '../../__testUtils__/chart';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { findToggle, renderTab } from './__testUtils__/renderTab';

const withoutSwitches: DeliveryTargetSummary = {
  ...deliveryTarget,
  switches: [],
  workloads: deliveryTarget.workloads.map(each => ({
    ...each,
    switch: undefined,
  })),
};

describe('workloads without a switch', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();
  const show = (charts: ChartsResponse, target = withoutSwitches) => {
    api.targets = { targets: [target], unusable: [] };
    api.charts = charts;
    return renderTab(api);
  };

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  it('are offered to have their chart prepared, and the focus comes back to that', async () => {
    await show({ charts: [chart] });
    await user.click(
      await screen.findByRole('link', {
        name: 'Prepare this chart for agents-controllers',
      }),
    );
    await screen.findByRole('heading', {
      name: 'Prepare web for progressive delivery',
    });
    await user.click(
      screen.getByRole('link', { name: 'All delivery targets' }),
    );
    expect(
      await screen.findByRole('link', {
        name: /^Prepare this chart for agents$/,
      }),
    ).toHaveFocus();
  });

  it('get the focus back where their charts are read later than all else', async () => {
    const [first, second] = withoutSwitches.workloads;
    await show(
      { charts: [chart] },
      {
        ...withoutSwitches,
        workloads: [{ ...first, kindInGit: 'Rollout' }, second],
      },
    );
    await user.click(
      await screen.findByRole('link', { name: /^Prepare this chart for/ }),
    );
    await screen.findByRole('heading', {
      name: 'Prepare web for progressive delivery',
    });
    let answer = () => {};
    api.getCharts.mockImplementation(
      () =>
        new Promise(resolve => {
          answer = () => resolve({ charts: [chart] });
        }),
    );
    await user.click(
      screen.getByRole('link', { name: 'All delivery targets' }),
    );
    expect(await screen.findAllByText('No switch in the chart')).toHaveLength(
      2,
    );
    answer();
    expect(
      await screen.findByRole('link', { name: /^Prepare this chart for/ }),
    ).toHaveFocus();
  });

  it('say which pull request prepares their chart', async () => {
    await show({ charts: [{ ...chart, proposal: preparationProposal }] });
    expect(
      await screen.findAllByRole('link', {
        name: /^Pull request #7 prepares this chart/,
      }),
    ).toHaveLength(2);
    expect(
      screen.getByRole('link', { name: 'Next steps for agents' }),
    ).toHaveAttribute(
      'href',
      `/preparation/${deliveryTarget.id}?chart=${chart.id}`,
    );
  });

  it('say once what to do about a chart that cannot be prepared', async () => {
    await show({
      charts: [
        {
          ...chart,
          notPreparable: toMessage('notPreparable', {
            id: 'linked',
            parameters: { link: 'charts/web/values.yaml', directory: 'a' },
          }),
        },
      ],
    });
    expect(
      await screen.findByText(
        /behind the symbolic link charts\/web\/values\.yaml/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Prepare this chart/ }),
    ).not.toBeInTheDocument();
    expect(screen.getAllByText('No switch in the chart')).toHaveLength(2);
  });

  it('say why there is no chart', async () => {
    await show({
      charts: [],
      notPreparable: toMessage('notPreparable', {
        id: 'plainDirectory',
        parameters: { directory: 'deploy' },
      }),
    });
    expect(
      await screen.findByText(/^deploy holds plain manifests/),
    ).toBeInTheDocument();
  });

  it('say which sources could not be read, besides the charts of the others', async () => {
    await show({
      charts: [chart],
      unreadable: [
        {
          source: 'spec.sources[1]',
          because: toMessage('reason', {
            id: 'fileMissing',
            parameters: { file: 'apps/worker/values.yaml' },
          }),
        },
      ],
    });
    expect(
      await screen.findByText(
        /^spec\.sources\[1\]: .*apps\/worker\/values\.yaml/,
      ),
    ).toBeInTheDocument();
    const [offer] = screen.getAllByRole('link', {
      name: /^Prepare this chart for/,
    });
    await user.click(offer);
    await screen.findByRole('heading', {
      name: 'Prepare web for progressive delivery',
    });
    expect(screen.getByText(/^spec\.sources\[1\]: /)).toBeInTheDocument();
  });

  it.each([
    ['each workload has a switch', deliveryTarget],
    [
      'they are Rollouts already',
      {
        ...withoutSwitches,
        workloads: withoutSwitches.workloads.map(each => ({
          ...each,
          kindInGit: 'Rollout' as const,
        })),
      },
    ],
    [
      'only the cluster knows them',
      {
        ...withoutSwitches,
        workloads: withoutSwitches.workloads.map(each => ({
          ...each,
          kindInGit: undefined,
        })),
      },
    ],
    [
      'nobody knows yet',
      { ...withoutSwitches, rendering: { state: 'pending' as const } },
    ],
  ])('are not asked for where %s', async (_why, target) => {
    await show({ charts: [chart] }, target);
    await (target === deliveryTarget
      ? findToggle('agents')
      : screen.findByRole('rowheader', { name: 'agents' }));
    expect(api.getCharts).not.toHaveBeenCalled();
  });

  it('are shown where the charts cannot be read, which is said once, and tried again', async () => {
    api.getCharts.mockRejectedValueOnce(new Error('git does not answer'));
    await show({ charts: [chart] });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The charts of this target could not be read.*git does not answer/,
    );
    expect(screen.getAllByText('No switch in the chart')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findAllByRole('link', { name: /^Prepare this chart for/ }),
    ).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('say that the Git host does not tell whether a pull request prepares their chart', async () => {
    await show({
      charts: [
        {
          ...chart,
          proposalUnknown: toMessage('problem', {
            id: 'chartProposalsUnread',
            parameters: { repository: 'r', message: 'no answer' },
          }),
        },
      ],
    });
    expect(
      await screen.findAllByText(
        /could not check whether there is a pull request/,
      ),
    ).toHaveLength(2);
    expect(
      screen.getAllByRole('link', { name: /^Prepare this chart for/ }),
    ).toHaveLength(2);
  });
});
