import {
  DeliveryTargetSummary,
  Proposal,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { mergedProposal, proposal } from '../../__testUtils__/proposal';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { responseError } from '../../__testUtils__/responseError';
import { ProposalActions } from './ProposalActions';

const [opened, ...rest] = proposal.journey;
const behind: Proposal = {
  ...proposal,
  journey: [
    { ...opened, review: { ...opened.review!, behind: true } },
    ...rest,
  ],
};
const switchedOn: DeliveryTargetSummary = {
  ...deliveryTarget,
  switches: deliveryTarget.switches.map(each => ({ ...each, enabled: true })),
};
const reference = {
  entity: { kind: 'Component', namespace: 'default', name: 'agents' },
  target: deliveryTarget.id,
};

describe('what the journey of a proposal asks for', () => {
  let api: FakeProgressiveDeliveryApi;
  const refresh = jest.fn();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    refresh.mockClear();
  });

  const show = (
    shown: Proposal,
    { allowed = true, target = deliveryTarget } = {},
  ) =>
    renderOnEntityPage(
      <ProposalActions
        reference={reference}
        target={target}
        proposal={shown}
        refresh={refresh}
      />,
      {
        api,
        allowed,
        // What the policy has said of an entity is kept for a while.
        entity: {
          ...entity,
          metadata: { ...entity.metadata, name: `agents-${allowed}` },
        },
      },
    );
  const names = () =>
    screen.queryAllByRole('button').map(button => button.textContent);
  const press = async (name: string) =>
    userEvent.click(await screen.findByRole('button', { name }));
  const confirm = async (name: string) => {
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name }));
  };

  it.each<[string, Proposal, DeliveryTargetSummary, string[]]>([
    [
      'an open one',
      proposal,
      deliveryTarget,
      ['Preview again', 'Close pull request'],
    ],
    [
      'one whose base has moved',
      behind,
      deliveryTarget,
      ['Update branch', 'Preview again', 'Close pull request'],
    ],
    [
      'one that was merged',
      { ...mergedProposal, enabled: true },
      switchedOn,
      ['Preview switching back'],
    ],
    [
      'one that was taken back already',
      { ...mergedProposal, enabled: true },
      deliveryTarget,
      [],
    ],
    [
      'one that was closed',
      { ...proposal, state: 'closed' },
      deliveryTarget,
      [],
    ],
  ])('is offered for %s', async (_, shown, target, expected) => {
    await show(shown, { target });
    await screen.findByRole('group', { name: /^Actions for pull request/ });
    expect(names()).toEqual(expected);
  });

  it.each<[string, Parameters<typeof show>[1]]>([
    ['who may not propose', { allowed: false }],
    [
      'where pull requests are switched off',
      {
        target: {
          ...deliveryTarget,
          enabled: { proposals: false, actions: true },
        },
      },
    ],
    [
      'of a switch of others',
      {
        target: {
          ...deliveryTarget,
          switches: deliveryTarget.switches.map(each => ({
            ...each,
            owned: false,
          })),
        },
      },
    ],
  ])('is offered to nobody %s', async (_, options) => {
    await show(behind, options);
    expect(names()).toEqual([]);
  });

  it('is done once it is confirmed', async () => {
    await show(behind);
    await press('Update branch');
    expect(api.updateProposal).not.toHaveBeenCalled();
    await confirm('Update branch');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.updateProposal).toHaveBeenCalledWith(reference, 3, {
      switch: proposal.switch,
    });
    expect(refresh).toHaveBeenCalledTimes(1);

    await press('Close pull request');
    await confirm('Close pull request');
    await waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
    expect(api.closeProposal).toHaveBeenCalledWith(reference, 3, {
      switch: proposal.switch,
    });
  });

  it('says why it was not done', async () => {
    api.updateProposal.mockRejectedValueOnce(
      await responseError(409, 'ConflictError', 'Preview it again.'),
    );
    await show(behind);
    await press('Update branch');
    await confirm('Update branch');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Nothing was changed.*Preview it again\./,
    );
    expect(refresh).not.toHaveBeenCalled();
  });

  it('leads to the preview of the same, or of what takes it back', async () => {
    const { unmount } = await show(proposal);
    expect(
      await screen.findByRole('button', { name: 'Preview again' }),
    ).toHaveAttribute(
      'href',
      `/preview/${deliveryTarget.id}/${proposal.switch}?enabled=true`,
    );
    unmount();
    await show(mergedProposal, { target: switchedOn });
    expect(
      await screen.findByRole('button', { name: 'Preview switching back' }),
    ).toHaveAttribute(
      'href',
      `/preview/${deliveryTarget.id}/${proposal.switch}?enabled=false`,
    );
  });
});
