import { DeliveryChart } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chart, preparedChart } from '../../__testUtils__/chart';
import { conflict } from '../../__testUtils__/conflict';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderChart, shownSteps } from './__testUtils__/renderPreparation';

describe('the pull request that prepares a chart', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();
  const show = (
    changed: Partial<DeliveryChart> = {},
    options?: Parameters<typeof renderChart>[2],
  ) => renderChart(api, changed, options);

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  it('opens the pull request for what was shown, and then says what comes next', async () => {
    await show();
    await user.type(
      await screen.findByRole('textbox', { name: 'Title (optional)' }),
      'Prepare it',
    );
    await user.click(screen.getByRole('button', { name: 'Open pull request' }));
    const opened = await screen.findByRole('link', {
      name: /^Pull request #7 opened/,
    });
    expect(opened).toHaveFocus();
    expect(api.prepareChart).toHaveBeenCalledWith(
      expect.objectContaining({ target: deliveryTarget.id }),
      chart.id,
      { digest: preparedChart.digest, title: 'Prepare it' },
    );
    expect(await shownSteps()).toEqual([
      'Pull request, done',
      'Merged, current',
      'PruneLast is live, waiting',
      'Turned on, waiting',
    ]);
    expect(
      screen.queryByRole('button', { name: 'Open pull request' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what was typed', async () => {
    const page = await show();
    await user.type(
      await screen.findByRole('textbox', {
        name: 'Reason for the change (optional)',
      }),
      'For Friday',
    );
    page.unmount();
    await show();
    expect(
      await screen.findByRole('textbox', {
        name: 'Reason for the change (optional)',
      }),
    ).toHaveValue('For Friday');
  });

  it('asks for the change once more where it is another one by now', async () => {
    api.prepareChart.mockRejectedValueOnce(
      await conflict({ id: 'chartChanged', parameters: { chart: 'web' } }),
    );
    await show();
    await user.click(
      await screen.findByRole('button', { name: 'Open pull request' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^This check is out of date.*The change to the chart web is no longer/,
    );
    expect(
      screen.getByRole('button', { name: 'Open pull request' }),
    ).toBeDisabled();
    api.preparation = { ...preparedChart, digest: 'another' };
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(
      screen.getByRole('heading', { name: 'Propose this change' }),
    ).toHaveFocus();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Open pull request' }),
      ).toBeEnabled(),
    );
    await user.click(screen.getByRole('button', { name: 'Open pull request' }));
    await screen.findByRole('link', { name: /^Pull request #7 opened/ });
    expect(api.prepareChart.mock.calls[1][2]).toEqual({ digest: 'another' });
  });

  it('shows what has become of a chart that nobody can prepare any more', async () => {
    api.prepareChart.mockRejectedValueOnce(
      await conflict({
        id: 'chartHasSwitch',
        parameters: {
          chart: 'web',
          switches: ['progressiveDelivery.enabled'],
        },
      }),
    );
    await show();
    await user.click(
      await screen.findByRole('button', { name: 'Open pull request' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The chart web already has a switch: progressiveDelivery.enabled',
    );
    api.charts = {
      charts: [{ ...chart, switches: ['progressiveDelivery.enabled'] }],
    };
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(
      await screen.findByRole('link', {
        name: 'Preview progressiveDelivery.enabled',
      }),
    ).toBeInTheDocument();
  });

  it('says of another conflict what it is about, and lets one ask again', async () => {
    api.prepareChart.mockRejectedValueOnce(
      await conflict({
        id: 'branchOfOthers',
        parameters: {
          branch: 'progressive-delivery/prepare-web',
          repository: 'https://git.example.com/shop/charts.git',
          commit: '4f2a9c1d',
        },
      }),
    );
    await show();
    const open = await screen.findByRole('button', {
      name: 'Open pull request',
    });
    await user.click(open);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Merge or delete that branch first.');
    expect(alert).not.toHaveTextContent('out of date');
    expect(open).toBeEnabled();
  });

  it('says beforehand that the switches would be those of other components', async () => {
    const notOwned = ['worker:progressiveDelivery.enabled'];
    api.preparation = { ...preparedChart, notOwned };
    await show();
    expect(
      await screen.findByText('This component may not prepare this chart'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /do not belong to this component: worker:progressiveDelivery\.enabled\./,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^With the switch on, .*: Deployment web$/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Open pull request' }),
    ).not.toBeInTheDocument();
  });

  it('shows the change to those who may not propose it, and says so', async () => {
    await show({}, { mayPropose: false });
    expect(
      await screen.findByText(
        'You do not have permission to open pull requests for this component. Ask its owners.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Open pull request' }),
    ).not.toBeInTheDocument();
  });

  it('says that pull requests are disabled', async () => {
    await show(
      {},
      { target: { enabled: { proposals: false, actions: false } } },
    );
    expect(
      await screen.findByText(/pull requests are disabled in this Backstage/),
    ).toBeInTheDocument();
  });
});
