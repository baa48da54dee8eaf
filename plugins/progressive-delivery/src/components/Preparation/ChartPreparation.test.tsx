import {
  DeliveryChart,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { preparationProposal } from '../../__testUtils__/chart';
import {
  CONTROLLERS_SWITCH,
  deliveryTarget,
} from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderChart, shownSteps } from './__testUtils__/renderPreparation';

describe('what has become of the preparation of a chart', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();
  const show = (changed: Partial<DeliveryChart>) => renderChart(api, changed);

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  it('says what to do about a chart that it cannot prepare, and asks for nothing', async () => {
    await show({
      notPreparable: toMessage('notPreparable', {
        id: 'fromRegistry',
        parameters: { chart: 'web', repository: 'oci://charts.example.com' },
      }),
    });
    expect(
      await screen.findByText(/comes from the registry oci:/),
    ).toBeInTheDocument();
    expect(api.getChartPreparation).not.toHaveBeenCalled();
  });

  it('follows a pull request that is open, and shows its change to those who ask', async () => {
    await show({ proposal: preparationProposal });
    expect(
      await screen.findByRole('link', {
        name: /^Pull request #7 prepares this chart/,
      }),
    ).toHaveAttribute('href', preparationProposal.url);
    expect(api.getChartPreparation).not.toHaveBeenCalled();
    await user.click(
      screen.getByRole('button', { name: 'See what it changes' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Update pull request' }),
    ).toBeInTheDocument();
  });

  it('prepares a chart anew whose pull request was closed', async () => {
    await show({ proposal: { ...preparationProposal, state: 'closed' } });
    expect(await screen.findByText(/Closed without merging/)).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: /^Pull request #7 to prepare this chart/,
      }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Open pull request' }),
    ).toBeInTheDocument();
  });

  it('does not say of a closed pull request that it gave the chart its switch', async () => {
    await show({
      switches: [CONTROLLERS_SWITCH],
      proposal: { ...preparationProposal, state: 'closed' },
    });
    expect(
      await screen.findByRole('link', {
        name: /^Pull request #7 to prepare this chart/,
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/prepared this chart/)).not.toBeInTheDocument();
  });

  it('says of a chart that was prepared by hand that no pull request of ours is known', async () => {
    await show({ switches: [CONTROLLERS_SWITCH] });
    expect(
      await screen.findByText(/found no pull request of its own/),
    ).toBeInTheDocument();
    expect(await shownSteps()).toEqual([
      'Switch available, done',
      'Turned on, current',
    ]);
  });

  it('says that pull requests are unknown where the Git host does not answer, and why', async () => {
    const proposalUnknown = toMessage('problem', {
      id: 'chartProposalsUnread',
      parameters: {
        repository: 'https://git.example.com/platform/gitops.git',
        message: 'Gitea at git.example.com did not answer',
      },
    });
    const page = await show({ proposalUnknown });
    expect(
      await screen.findByText(
        /could not check whether there is a pull request/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/gitops\.git could not be read: Gitea at git\.example/),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Open pull request' }),
    ).toBeInTheDocument();
    page.unmount();

    await show({ proposalUnknown, switches: [CONTROLLERS_SWITCH] });
    expect(await shownSteps()).toContain('Switch available, done');
    expect(screen.queryByText(/found no pull request/)).toBeNull();
  });

  it('leads on to a switch that the target does not tell of yet', async () => {
    await show({ switches: ['web.progressiveDelivery.enabled'] });
    expect(
      await screen.findByRole('link', {
        name: 'Preview web.progressiveDelivery.enabled',
      }),
    ).toBeInTheDocument();
  });

  it('leads a prepared chart on to its switch', async () => {
    const prepared: Partial<DeliveryChart> = {
      switches: [CONTROLLERS_SWITCH],
      proposal: { ...preparationProposal, state: 'merged' },
    };
    const page = await show({
      ...prepared,
      pruneLast: {
        state: 'missing',
        workloads: [{ namespace: 'agents', name: 'agents-controllers' }],
        unchecked: [],
      },
    });
    expect(
      await screen.findByText(
        /PruneLast=true yet: agents\/agents-controllers$/,
      ),
    ).toBeInTheDocument();
    expect(await shownSteps()).toContain('PruneLast is live, current');
    page.unmount();

    await show({
      ...prepared,
      pruneLast: { state: 'live', workloads: [], unchecked: [] },
    });
    expect(
      await screen.findByRole('link', {
        name: `Preview ${CONTROLLERS_SWITCH}`,
      }),
    ).toHaveAttribute(
      'href',
      `/preview/${deliveryTarget.id}/${CONTROLLERS_SWITCH}?enabled=true`,
    );
    expect(await shownSteps()).toContain('Turned on, current');
  });
});
