import {
  Preflight,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { conflict } from '../../__testUtils__/conflict';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import {
  forbidden,
  preflight,
  pruneLastMissing,
  scalerLeftBehind,
} from '../../__testUtils__/preflight';
import { proposal } from '../../__testUtils__/proposal';
import { responseError } from '../../__testUtils__/responseError';
import {
  choiceOf,
  openButton,
  overrideBoxes,
  reasonField,
  renderPreview,
} from './__testUtils__/renderPreview';

const controllers = pruneLastMissing('agents-controllers');
const workers = pruneLastMissing('agents-workers');

describe('the page of a preview, with what preflight has found', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  const show = (
    found: Preflight | undefined,
    options?: Parameters<typeof renderPreview>[2],
  ) => renderPreview(api, found, options);

  it('opens the pull request where nothing is in its way, and overrides nothing', async () => {
    await show(preflight({ findings: [scalerLeftBehind] }));
    expect(overrideBoxes()).toEqual([]);
    await user.click(openButton());
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
    const [, request] = api.createProposal.mock.calls[0];
    for (const left of ['override', 'title', 'description', 'draft']) {
      expect(request).not.toHaveProperty(left);
    }
  });
  it('opens none where something blocks it, and says so to those who may not override', async () => {
    await show(preflight({ findings: [controllers, workers] }), {
      mayOverride: false,
    });
    expect(openButton()).toBeDisabled();
    const why =
      'Fix 2 findings first. Going ahead anyway requires the permission progressive-delivery.proposal.override.';
    expect(await screen.findByText(why)).toBeVisible();
    expect(openButton()).toHaveAccessibleDescription(why);
    expect(overrideBoxes()).toEqual([]);
  });

  it('opens it with what is overridden, once each finding is ticked and the reason is given', async () => {
    api.createProposal.mockResolvedValueOnce({
      outcome: 'created',
      proposal,
      overridden: [controllers, workers],
    });
    await show(
      preflight({ findings: [controllers, workers, scalerLeftBehind] }),
    );
    await screen.findByText(
      'Fix 2 findings first, or tick them to go ahead anyway.',
    );
    await user.click(choiceOf(controllers));
    await screen.findByText(
      'Fix 1 finding first, or tick it to go ahead anyway.',
    );
    await user.click(choiceOf(workers));
    await screen.findByText('Give a reason for going ahead.');
    await user.type(reasonField(), '  ');
    expect(openButton()).toBeDisabled();
    await user.type(reasonField(), 'A maintenance window ');
    await user.click(openButton());

    expect(
      await screen.findByRole('link', { name: /Pull request #3 opened/ }),
    ).toBeVisible();
    expect(api.createProposal.mock.calls[0][1].override).toEqual({
      findings: [controllers, workers].map(({ id, object }) => ({
        id,
        object,
      })),
      reason: 'A maintenance window',
    });
    const opened = screen.getByRole('status');
    expect(opened).toHaveTextContent('Overridden:');
    expect(
      within(opened)
        .getAllByRole('listitem')
        .map(each => each.textContent),
    ).toEqual([controllers.seen, workers.seen]);
  });

  it('has none overridden where there are more than a request may name', async () => {
    await show(
      preflight({
        findings: Array.from({ length: 101 }, (_, index) =>
          pruneLastMissing(`workload-${index}`),
        ),
      }),
    );
    await screen.findByText(
      'Fix findings first: at most 100 can be overridden at once, and there are 101.',
    );
    expect(openButton()).toBeDisabled();
    expect(overrideBoxes()).toEqual([]);
    expect(
      screen.queryByRole('textbox', { name: /^Why you go ahead anyway/ }),
    ).toBeNull();
  });

  it('has a tick taken back', async () => {
    await show(preflight({ findings: [controllers] }));
    await user.click(choiceOf(controllers));
    await user.type(reasonField(), 'Known');
    expect(openButton()).toBeEnabled();
    await user.click(choiceOf(controllers));
    expect(openButton()).toBeDisabled();
  });

  it('keeps ticks and reason over a reload, for what was found before', async () => {
    const { unmount } = await show(preflight({ findings: [controllers] }));
    await user.click(choiceOf(controllers));
    await user.type(reasonField(), 'Known');
    unmount();
    await show(preflight({ findings: [controllers, workers] }));
    expect(choiceOf(controllers)).toBeChecked();
    expect(choiceOf(workers)).not.toBeChecked();
    expect(reasonField()).toHaveValue('Known');
    expect(openButton()).toBeDisabled();
  });

  it('forgets ticks and reason once they have been sent', async () => {
    const { unmount } = await show(preflight({ findings: [controllers] }));
    await user.click(choiceOf(controllers));
    await user.type(reasonField(), 'Known');
    await user.click(openButton());
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
    unmount();
    await show(preflight({ findings: [controllers] }));
    expect(choiceOf(controllers)).not.toBeChecked();
    expect(reasonField()).toHaveValue('');
  });

  it('has warnings acknowledged where the installation asks for that', async () => {
    await show(
      preflight({ findings: [scalerLeftBehind], acknowledgeWarnings: true }),
    );
    expect(openButton()).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', {
        name: `Acknowledge this warning: ${scalerLeftBehind.seen}`,
      }),
    );
    await user.type(reasonField(), 'It is replaced tomorrow');
    await user.click(openButton());
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
    expect(api.createProposal.mock.calls[0][1].override).toMatchObject({
      findings: [{ id: 'scalers-follow', object: scalerLeftBehind.object }],
    });
  });

  it('shows what was found meanwhile, and keeps what was decided and typed', async () => {
    api.createProposal.mockRejectedValueOnce(
      await responseError(409, 'ConflictError', 'In English only.', {
        preflight: preflight({
          findings: [controllers, workers],
          unchecked: [forbidden('quota-left')],
        }),
        problem: toMessage('problem', {
          id: 'findingsNotOverridden',
          parameters: { findings: ['Deployment agents-workers (sync-prunes)'] },
        }),
      }),
    );
    await show(preflight({ findings: [controllers] }));
    await user.click(choiceOf(controllers));
    await user.click(reasonField());
    await user.paste('A maintenance window');
    await user.click(
      screen.getByRole('textbox', { name: 'Reason for the change (optional)' }),
    );
    await user.paste('Safer releases');
    await user.click(openButton());

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'you have not overridden them: Deployment agents-workers (sync-prunes). Fix them',
    );
    expect(
      screen.getByText('11 checks ran, 1 with findings, 1 could not complete'),
    ).toBeVisible();
    expect(choiceOf(controllers)).toBeChecked();
    expect(choiceOf(workers)).not.toBeChecked();
    expect(
      screen
        .getAllByText('New since the preview')
        .map(each => each.closest('li')?.textContent),
    ).toEqual([expect.stringContaining(workers.seen)]);
    expect(reasonField()).toHaveValue('A maintenance window');
    expect(openButton()).toBeDisabled();

    await user.click(choiceOf(workers));
    await user.click(openButton());
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
    expect(api.createProposal.mock.calls[1][1]).toMatchObject({
      description: 'Safer releases',
      override: {
        findings: [{ object: controllers.object }, { object: workers.object }],
        reason: 'A maintenance window',
      },
    });
    expect(api.getComparison).toHaveBeenCalledTimes(1);
  });

  it('forgets what was found meanwhile, and keeps what was decided, when it previews again', async () => {
    api.createProposal
      .mockRejectedValueOnce(
        await responseError(409, 'ConflictError', 'As well.', {
          preflight: preflight({ findings: [controllers, workers] }),
        }),
      )
      .mockRejectedValueOnce(
        await conflict({
          id: 'switchChanged',
          parameters: { switch: 'progressiveDelivery.enabled' },
        }),
      );
    await show(preflight({ findings: [controllers] }));
    await user.click(choiceOf(controllers));
    await user.type(reasonField(), 'A maintenance window');
    await user.click(openButton());
    await screen.findByText('As well.');
    await user.click(choiceOf(workers));
    await user.click(openButton());
    await user.click(
      await screen.findByRole('button', { name: 'Preview again' }),
    );
    await waitFor(() => expect(choiceOf(controllers)).toBeChecked());
    expect(screen.queryByText(workers.seen)).toBeNull();
    expect(reasonField()).toHaveValue('A maintenance window');
    expect(openButton()).toBeEnabled();
  });

  it('offers nothing to decide where pull requests are not opened from here', async () => {
    await show(preflight({ findings: [controllers] }), { canPropose: false });
    expect(screen.getByText(controllers.seen)).toBeVisible();
    expect(overrideBoxes()).toEqual([]);
    expect(screen.queryByText(/go ahead anyway/)).toBeNull();
  });
});
