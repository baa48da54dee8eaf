import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { responseError } from '../../__testUtils__/responseError';
import {
  abortedRollout,
  pausedRollout,
  promotedRollout,
} from '../../__testUtils__/rolloutStatus';
import { actingTab } from './__testUtils__/actingTab';

const reference = {
  entity: {
    kind: 'Component',
    namespace: 'default',
    name: 'agents-controllers',
  },
  target: 'main.argocd.agents',
};

describe('Actions', () => {
  let api: FakeProgressiveDeliveryApi;
  const { becomes, choose, confirm, findDialog, press, show, user } = actingTab(
    () => api,
  );

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
  });

  it('says what a promotion does, does it to what was seen, and waits for it to show', async () => {
    const region = await show(pausedRollout);
    await press('Promote');

    expect(await findDialog('Promote')).toHaveAccessibleDescription(
      /^The canary has 1 of 4 pods right now, .* Continues with step 3 of 4: Set weight to 50%\. The canary then has about 2 of 4 pods/,
    );
    await confirm('Promote');

    expect(
      await within(region).findByText('Promote: accepted by the cluster.'),
    ).toBeInTheDocument();
    expect(api.actOnRollout).toHaveBeenCalledWith(
      reference,
      { namespace: 'agents', name: 'agents-controllers' },
      'promote',
      pausedRollout.seen,
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    const actions = within(region).getByRole('group', {
      name: 'Actions for agents-controllers',
    });
    for (const button of within(actions).getAllByRole('button')) {
      expect(button).toBeDisabled();
    }

    await becomes(promotedRollout);
    await waitFor(() =>
      expect(
        within(region).getByRole('button', { name: 'Abort' }),
      ).toBeEnabled(),
    );
    expect(
      within(region).queryByText(/accepted by the cluster/),
    ).not.toBeInTheDocument();
  });

  it('does not wait for it to show where what is shown is no longer up to date', async () => {
    const region = await show(pausedRollout);
    await press('Promote');
    await confirm('Promote');
    await within(region).findByText('Promote: accepted by the cluster.');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );

    await act(async () =>
      api.connections[0].send({
        type: 'target',
        target: reference.target,
        state: 'stale',
        observedAt: '2026-01-01T12:00:00Z',
        problems: [],
      }),
    );

    await waitFor(() =>
      expect(
        within(region).getByRole('button', { name: 'Promote' }),
      ).toBeEnabled(),
    );
    expect(
      within(region).queryByText(/accepted by the cluster/),
    ).not.toBeInTheDocument();
  });

  it('says where an abort goes back to, and that Git still asks for the new', async () => {
    await show(pausedRollout);
    await press('Abort');

    expect(await findDialog('Abort')).toHaveAccessibleDescription(
      /^The canary has 1 of 4 pods right now, .* The stable revision \(agents-controllers:1\.0\.0\) gets 4 pods and all traffic again\. .* Git still has the new revision/,
    );
    await confirm('Abort');
    await waitFor(() => expect(api.actOnRollout).toHaveBeenCalled());
    expect(api.actOnRollout.mock.calls[0][2]).toBe('abort');
  });

  it('says what there is to know of one that was taken', async () => {
    const alertApi = { post: jest.fn(), alert$: jest.fn() };
    api.actOnRollout.mockResolvedValueOnce({
      notes: [
        toMessage('note', {
          id: 'ownershipLastKnown',
          parameters: { at: { time: '2026-11-28T09:00:00Z' } },
        }),
      ],
    });
    await show(pausedRollout, { alertApi });
    await press('Abort');
    await confirm('Abort');
    await waitFor(() =>
      expect(alertApi.post).toHaveBeenCalledWith({
        severity: 'info',
        message: expect.stringMatching(
          /last known \(November 28, 2026 at .*(UTC|GMT)/,
        ),
      }),
    );
  });

  it('are not offered where this installation acts on nothing, which is said', async () => {
    api.targets = {
      ...api.targets,
      targets: api.targets.targets.map(target => ({
        ...target,
        enabled: { proposals: true, actions: false },
      })),
    };
    const region = await show(pausedRollout);

    expect(
      await within(region).findByText(
        /progressiveDelivery\.actions\.enabled is false/,
      ),
    ).toBeInTheDocument();
    expect(
      within(region).queryByRole('button', { name: 'Promote' }),
    ).not.toBeInTheDocument();
  });

  it('does nothing where it is cancelled, and puts the focus back', async () => {
    await show(pausedRollout);
    await press('Abort');
    await confirm('Cancel');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('button', { name: 'Abort' })).toHaveFocus();
    expect(api.actOnRollout).not.toHaveBeenCalled();
  });

  it('has the others in a menu, with why they cannot be done, and undo', async () => {
    await show(pausedRollout);
    await press('More actions');

    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual([
      'Promote fully',
      'Skip stepIt is paused at this step. Promote it to continue with the next step.',
      'RetryIt is not aborted.',
      expect.stringMatching(/^RestartA new revision is being rolled out\./),
      'Pause',
      'UndoArgo CD would undo this: revert the change in Git instead',
    ]);
    const restart = screen.getByRole('menuitem', { name: /Restart/ });
    expect(restart).toHaveAttribute('aria-disabled', 'true');
    await user.click(restart);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is reached and left by keyboard, reasons included', async () => {
    await show(pausedRollout);
    (await screen.findByRole('button', { name: 'More actions' })).focus();
    await user.keyboard('{Enter}');
    expect(
      screen.getByRole('menuitem', { name: 'Promote fully' }),
    ).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: /Skip step/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}{Enter}');

    expect(await findDialog('Promote fully')).toHaveAccessibleDescription(
      /skipping all remaining pauses, analyses and steps/,
    );
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says why undo is not offered, and where the way that lasts begins', async () => {
    await show(pausedRollout);
    await choose(/Undo/);

    const dialog = await findDialog('Undo');
    expect(dialog).toHaveAccessibleDescription(
      /syncs the Rollout back to what is in Git.*revert the change in Git/,
    );
    expect(dialog).toHaveTextContent(
      'argocd/applications/agents/values.yaml at main of https://git.example.com/platform/gitops.git',
    );
  });

  it('says what has changed where the backend refuses, and looks again', async () => {
    api.actOnRollout.mockRejectedValueOnce(
      await responseError(409, 'ConflictError', 'It is no longer paused.'),
    );
    await show(pausedRollout);
    await press('Promote');
    await confirm('Promote');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was changed');
    expect(alert).toHaveTextContent('It is no longer paused.');
    const dialog = screen.getByRole('dialog');
    expect(
      within(dialog).getByRole('button', { name: 'Promote' }),
    ).toBeDisabled();

    await becomes({
      ...promotedRollout,
      actions: promotedRollout.actions.map(each =>
        each.action === 'promote'
          ? {
              action: 'promote',
              state: 'impossible',
              because: toMessage('actionRefusal', {
                id: 'notPaused',
                parameters: {},
              }),
            }
          : each,
      ),
    });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));

    expect(dialog).toHaveAccessibleDescription(
      /It is not paused and continues automatically\.$/,
    );
    expect(
      within(dialog).queryByRole('button', { name: 'Promote' }),
    ).not.toBeInTheDocument();
  });

  it('does nothing to what has changed under an open dialog before it was looked at', async () => {
    await show(pausedRollout);
    await press('Abort');
    const dialog = await findDialog('Abort');
    await becomes(promotedRollout);

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The Rollout has changed since you opened this dialog',
    );
    expect(
      within(dialog).getByRole('button', { name: 'Abort' }),
    ).toBeDisabled();

    await user.click(within(dialog).getByRole('button', { name: 'Refresh' }));
    await confirm('Abort');
    await waitFor(() => expect(api.actOnRollout).toHaveBeenCalled());
    expect(api.actOnRollout.mock.calls[0][3]).toEqual(promotedRollout.seen);
  });

  it('says why it could not be done, and lets one try again', async () => {
    api.actOnRollout.mockRejectedValueOnce(
      await responseError(503, 'ServiceUnavailableError', 'No answer.'),
    );
    await show(pausedRollout);
    await press('Abort');
    await confirm('Abort');

    expect(await screen.findByRole('alert')).toHaveTextContent('No answer.');
    await confirm('Abort');
    await waitFor(() => expect(api.actOnRollout).toHaveBeenCalledTimes(2));
  });

  it('retries what was aborted', async () => {
    const region = await show(abortedRollout);
    expect(
      within(region).getByText(/Revert or fix the change in Git, or:/),
    ).toBeInTheDocument();
    await press('Retry');

    expect(await findDialog('Retry')).toHaveAccessibleDescription(
      /The new revision \(agents-controllers:1\.1\.0\) is rolled out again, starting at step 1 of 4: Set weight to 25%\./,
    );
  });

  it('says what a restart costs', async () => {
    await show(abortedRollout);
    await choose(/Restart/);

    expect(await findDialog('Restart')).toHaveAccessibleDescription(
      /All 4 pods .* At least one is unavailable meanwhile/,
    );
  });

  describe('paused by hand', () => {
    const pausedByHand = {
      ...pausedRollout,
      message: 'manually paused',
      pauses: [{ reason: 'spec.paused' }],
    };

    it('is unpaused', async () => {
      await show(pausedByHand);
      await press('Unpause');
      expect(await findDialog('Unpause')).toHaveAccessibleDescription(
        /The Rollout is unpaused, and then waits at this pause step until it is promoted\./,
      );
    });

    it('is not all that an abort needs', async () => {
      await show(pausedByHand);
      await press('Abort');
      expect(await findDialog('Abort')).toHaveAccessibleDescription(
        /its pods stay as they are until you also unpause it\./,
      );
    });

    it('keeps the pods of what was aborted', async () => {
      await show({
        ...abortedRollout,
        seen: { ...abortedRollout.seen!, paused: true },
        pauses: [{ reason: 'spec.paused' }],
        actions: pausedRollout.actions,
      });
      expect(
        screen.getByText(/aborted while paused manually/),
      ).toBeInTheDocument();
      await press('Unpause');
      expect(await findDialog('Unpause')).toHaveAccessibleDescription(
        /so that the abort can scale down the new revision/,
      );
    });
  });
});
