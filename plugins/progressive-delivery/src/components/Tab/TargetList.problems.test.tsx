import {
  DeliveryTargetSummary,
  Problem,
  TargetsResponse,
  toMessage,
  UnusableTarget,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import {
  renderOnEntityPage,
  RenderOnEntityPageOptions,
} from '../../__testUtils__/renderOnEntityPage';
import {
  deploymentStatus,
  pausedRollout,
} from '../../__testUtils__/rolloutStatus';
import { TargetList } from './TargetList';

const target = (
  title: string,
  problems: Problem[] = [],
): DeliveryTargetSummary => ({
  ...deliveryTarget,
  id: `main.argocd.${title}`,
  title,
  problems,
});

const renderFailed = toMessage('problem', {
  id: 'renderFailed',
  parameters: { message: 'nil pointer' },
});
const gitUnreadable = toMessage('problem', {
  id: 'gitUnreadable',
  parameters: { message: 'no answer' },
});

const notAllowed: UnusableTarget = {
  reference: 'argocd/app-name: agents-eu',
  reason: 'not-allowed',
  message: toMessage('unusable', {
    id: 'overlayNotAllowed',
    parameters: { entity: 'component:default/agents' },
  }),
  problems: [],
  remedies: [],
};

describe('TargetList', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
    // jsdom has none.
    Element.prototype.scrollIntoView = jest.fn();
    api.runs(deploymentStatus);
  });

  const render = (
    { targets, unusable }: TargetsResponse,
    options: Omit<RenderOnEntityPageOptions, 'api'> = {},
  ) => {
    api.targets = { targets, unusable };
    return renderOnEntityPage(
      <TargetList
        targets={targets}
        unusable={unusable}
        lastFilter={{ current: undefined }}
        onChanged={() => {}}
      />,
      { api, ...options },
    );
  };
  const summary = () => screen.findByRole('region', { name: 'Summary' });
  const lines = async () =>
    within(await summary())
      .getAllByRole('listitem')
      .map(line => line.textContent);
  /** Targets, and what cannot be used, from the top. */
  const order = () =>
    screen
      .getAllByRole('region')
      .map(
        region =>
          region.getAttribute('aria-label') ??
          within(region).getAllByRole('heading')[0].textContent,
      )
      .filter(
        name => name?.endsWith('cannot be used') || name?.startsWith('agents-'),
      );
  const unusableTitle = `${notAllowed.reference} cannot be used`;

  describe('of targets that Git does not tell anything of', () => {
    const targets = [
      target('agents-eu'),
      target('agents-us', [renderFailed]),
      target('agents-asia', [gitUnreadable]),
    ];

    it('has them first, and says so although what runs is healthy', async () => {
      await render({ targets, unusable: [] });
      await waitFor(() =>
        expect(order()).toEqual(['agents-us', 'agents-asia', 'agents-eu']),
      );
      expect(await lines()).toEqual([
        'Unknownagents-usCannot be rendered',
        'Unknownagents-asiaGit could not be read',
      ]);
      expect(await summary()).toHaveTextContent(
        /Git could not be read3 workloads are healthy$/,
      );
      expect(
        screen.getAllByRole('region', { name: 'Deployment agents' }),
      ).toHaveLength(3);
    });

    it('leaves them in where only what needs attention is asked for', async () => {
      await render({ targets, unusable: [] }, { path: '/?attention=true' });
      await waitFor(() =>
        expect(order()).toEqual(['agents-us', 'agents-asia']),
      );
    });
  });

  describe('of what cannot be used', () => {
    const answer = { targets: [target('agents-us')], unusable: [notAllowed] };

    it('has it before what is healthy, and leads to it', async () => {
      await render(answer);
      await waitFor(() =>
        expect(order()).toEqual([unusableTitle, 'agents-us']),
      );
      expect(await lines()).toEqual([
        'Unknownargocd/app-name: agents-euCannot be used: not allowed',
      ]);
      await user.click(
        screen.getByRole('button', { name: notAllowed.reference }),
      );
      expect(screen.getByRole('region', { name: unusableTitle })).toHaveFocus();
    });

    it('has it after what waits', async () => {
      api.runs(pausedRollout);
      await render(answer);
      await waitFor(() =>
        expect(order()).toEqual(['agents-us', unusableTitle]),
      );
    });

    it('is what is left where only what needs attention is asked for', async () => {
      await render(answer, { path: '/?attention=true' });
      await waitFor(() => expect(order()).toEqual([unusableTitle]));
      expect(
        screen.queryByText('No workload matches the filter'),
      ).not.toBeInTheDocument();
    });

    it('leaves it out where a workload is searched for, and comes back to it', async () => {
      await render(answer, { path: '/?name=nobody' });
      expect(
        await screen.findByText('No workload matches the filter'),
      ).toBeInTheDocument();
      await user.click(
        screen.getByRole('button', { name: notAllowed.reference }),
      );
      await waitFor(() =>
        expect(
          screen.getByRole('region', { name: unusableTitle }),
        ).toHaveFocus(),
      );
    });

    it('sums up nothing where there is nothing else', async () => {
      await render({ targets: [], unusable: [notAllowed] });
      expect(
        screen.getByRole('region', { name: unusableTitle }),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('region', { name: 'Summary' }),
      ).not.toBeInTheDocument();
    });
  });

  it('leads whoever may not act to the commands', async () => {
    api.runs(pausedRollout);
    await render(
      { targets: [deliveryTarget], unusable: [] },
      {
        allowed: false,
        entity: { ...entity, metadata: { name: 'of-others' } },
      },
    );
    const panel = await screen.findByRole('region', {
      name: 'Rollout agents-controllers',
    });
    await within(panel).findByLabelText('Commands for agents-controllers');
    await user.click(
      within(await summary()).getByRole('button', {
        name: 'agents-controllers',
      }),
    );
    expect(panel).not.toHaveFocus();
    expect(document.activeElement).toHaveTextContent(
      /^You do not have permission to change this Rollout\./,
    );
  });
});
