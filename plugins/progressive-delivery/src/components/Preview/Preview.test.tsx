import {
  Finding,
  Preflight,
  proposalCreatePermission,
  proposalOverridePermission,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  CONTROL_PLANE_SWITCH,
  CONTROLLERS_SWITCH,
  deliveryTarget,
} from '../../__testUtils__/deliveryTarget';
import { entity } from '../../__testUtils__/entity';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import {
  forbidden,
  preflight,
  pruneLastMissing,
  scalerLeftBehind,
} from '../../__testUtils__/preflight';
import { proposal } from '../../__testUtils__/proposal';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { responseError } from '../../__testUtils__/responseError';
import { PREVIEW_ROUTE } from '../../hooks/usePreviewPath';
import { PreviewPage } from './PreviewPage';

const PATH = `/preview/${deliveryTarget.id}/${CONTROLLERS_SWITCH}?enabled=true`;

const controllers = pruneLastMissing('agents-controllers');
const workers = pruneLastMissing('agents-workers');

const reasonField = () =>
  screen.getByRole('textbox', { name: /^Reason for going ahead/ });
const choiceOf = ({ seen }: Finding) =>
  screen.getByRole('checkbox', { name: `Override this finding: ${seen}` });

const overrideBoxes = () =>
  screen.queryAllByRole('checkbox', { name: /finding|warning/ });

describe('the page of a preview', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  const showPage = ({
    path = PATH,
    mayOverride = true,
    mayPropose = true,
    canPropose = true,
  } = {}) =>
    renderOnEntityPage(
      <Routes>
        <Route
          path={PREVIEW_ROUTE}
          element={
            <PreviewPage
              targets={[
                {
                  ...deliveryTarget,
                  enabled: { proposals: canPropose, actions: true },
                },
              ]}
              onProposed={() => {}}
            />
          }
        />
      </Routes>,
      {
        api,
        path,
        // What was answered of an entity before is remembered for a while.
        entity: {
          ...entity,
          metadata: {
            ...entity.metadata,
            name: `may-${mayPropose}-${mayOverride}`,
          },
        },
        allowed: name =>
          (mayOverride || name !== proposalOverridePermission.name) &&
          (mayPropose || name !== proposalCreatePermission.name),
      },
    );
  const show = async (
    found: Preflight | undefined,
    options: Parameters<typeof showPage>[0] = {},
  ) => {
    api.comparison = { ...api.comparison, preflight: found };
    const page = await showPage(options);
    await screen.findByText(/becomes a Rollout of the same name/);
    return page;
  };
  const openButton = () =>
    screen.getByRole('button', { name: 'Open pull request' });

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

  it('opens it as the person asks for it, and says what of that did not work', async () => {
    api.createProposal.mockResolvedValueOnce({
      outcome: 'created',
      proposal,
      notes: [
        toMessage('proposalNote', {
          id: 'labelsUnknown',
          parameters: { labels: ['canary', 'safe'] },
        }),
      ],
    });
    await show(preflight({}));
    await user.type(
      screen.getByRole('textbox', { name: 'Title (optional)' }),
      ' Turn it on ',
    );
    await user.click(screen.getByRole('checkbox', { name: 'Open as a draft' }));
    await user.click(openButton());
    await screen.findByText(
      'The repository has no such labels, so they were not added: canary, safe',
    );
    expect(api.createProposal.mock.calls[0][1]).toMatchObject({
      title: 'Turn it on',
      draft: true,
    });
  });

  it('names the code owners of the file, and what else leads to it', async () => {
    api.comparison = {
      ...api.comparison,
      editedFile: {
        links: ['apps/same.yaml'],
        codeOwners: {
          file: '.github/CODEOWNERS',
          owners: ['@platform/delivery', 'ada@example.com'],
          complete: false,
        },
      },
    };
    await show(preflight({}));
    for (const said of [
      'Code owners by .github/CODEOWNERS: @platform/delivery, ada@example.com',
      'Not all rules of .github/CODEOWNERS could be read, so there may be other code owners.',
      'This file is also used through these links: apps/same.yaml',
    ]) {
      expect(screen.getByText(said)).toBeVisible();
    }
  });

  it('says that nobody has looked', async () => {
    await show(undefined);
    expect(
      screen.getByText('No preflight check has looked at this change.'),
    ).toBeVisible();
    expect(openButton()).toBeEnabled();
  });

  it('opens none where something blocks it, and says so to those who may not override', async () => {
    await show(preflight({ findings: [controllers, workers] }), {
      mayOverride: false,
    });
    expect(openButton()).toBeDisabled();
    const why =
      'Fix 2 findings first. Going ahead anyway takes the permission progressive-delivery.proposal.override.';
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
    const message =
      'This was found as well, and is not among what you override.';
    api.createProposal.mockRejectedValueOnce(
      await responseError(409, 'ConflictError', message, {
        preflight: preflight({
          findings: [controllers, workers],
          unchecked: [forbidden('quota-left')],
        }),
      }),
    );
    await show(preflight({ findings: [controllers] }));
    await user.click(choiceOf(controllers));
    await user.type(reasonField(), 'A maintenance window');
    await user.type(
      screen.getByRole('textbox', { name: 'Reason for the change (optional)' }),
      'Safer releases',
    );
    await user.click(openButton());

    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(
      screen.getByText('11 checks looked, 1 found something, 1 could not look'),
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
        await responseError(409, 'ConflictError', 'The overlay has changed.'),
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

  it('starts at its title, and tells where it is', async () => {
    await show(preflight({}));
    const title = screen.getByRole('heading', {
      name: 'Turn progressive delivery on for agents-controllers',
    });
    expect(title).toHaveFocus();
    expect(screen.getByText('agents · production / agents')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All delivery targets' }),
    ).toHaveAttribute('href', '/');
  });

  it('keeps what was typed when it is loaded again, until it has been sent', async () => {
    const title = () =>
      screen.getByRole('textbox', { name: 'Title (optional)' });
    const typed = preflight({ findings: [controllers] });
    const { unmount } = await show(typed);
    await user.type(title(), 'Turn it on');
    await user.type(reasonField(), 'Known');
    unmount();

    const again = await show(typed);
    expect(title()).toHaveValue('Turn it on');
    expect(reasonField()).toHaveValue('Known');
    // What was accepted was accepted of what was seen then.
    expect(choiceOf(controllers)).not.toBeChecked();
    await user.click(choiceOf(controllers));
    await user.click(openButton());
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
    again.unmount();

    await show(typed);
    expect(title()).toHaveValue('');
    expect(reasonField()).toHaveValue('');
  });

  it('keeps what was typed of one change apart from that of another', async () => {
    const { unmount } = await show(preflight({}));
    await user.type(
      screen.getByRole('textbox', { name: 'Title (optional)' }),
      'Turn it on',
    );
    unmount();
    await show(preflight({}), { path: PATH.replace('true', 'false') });
    expect(
      screen.getByRole('textbox', { name: 'Title (optional)' }),
    ).toHaveValue('');
  });

  it('checks again, with what it shows and what was typed still there', async () => {
    await show(preflight({ findings: [controllers] }));
    await user.type(reasonField(), 'A maintenance window');
    let answer: (found: typeof api.comparison) => void = () => {};
    api.getComparison.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const button = screen.getByRole('button', { name: 'Check again' });
    await user.click(button);

    expect(
      screen.getByText('Rendering again, and running the preflight checks'),
    ).toBeVisible();
    expect(screen.getByText(controllers.seen)).toBeVisible();
    expect(openButton()).toBeDisabled();
    expect(button).toHaveFocus();
    await user.click(button);
    expect(api.getComparison).toHaveBeenCalledTimes(2);

    answer({ ...api.comparison, preflight: preflight({}) });
    await waitFor(() =>
      expect(screen.queryByText(controllers.seen)).toBeNull(),
    );
    expect(openButton()).toBeEnabled();
    expect(button).toHaveFocus();
  });

  it('follows the pull request, from when it is opened', async () => {
    await show(preflight({}));
    await user.click(openButton());
    const journey = await screen.findByRole('list', {
      name: 'Journey of pull request #3',
    });
    expect(within(journey).getByText('Merged').closest('li')).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(
      screen.getByRole('button', { name: 'Close pull request' }),
    ).toBeVisible();
    // It would lead to this page.
    expect(
      screen.queryByRole('button', { name: 'Preview again' }),
    ).not.toBeInTheDocument();
  });

  it('shows one that is open already beside its preview', async () => {
    api.proposals = [
      proposal,
      { ...proposal, number: 4, switch: CONTROL_PLANE_SWITCH },
    ];
    await show(preflight({}));
    expect(
      await screen.findByRole('list', { name: 'Journey of pull request #3' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('list', { name: 'Journey of pull request #4' }),
    ).toBeNull();
    expect(openButton()).toBeEnabled();
  });

  it('says why not to those who follow its address and may not propose', async () => {
    await show(preflight({}), { mayPropose: false });
    expect(
      await screen.findByText(
        'You may not open pull requests for this component; its owners may',
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Open pull request' }),
    ).toBeNull();
  });

  it.each([
    ['names no target', PATH.replace('main.argocd', 'other.argocd')],
    ['does not say what the switch is to become', PATH.replace('true', 'yes')],
  ])('says so where its address %s', async (_, path) => {
    await showPage({ path });
    expect(
      await screen.findByText('There is no such preview'),
    ).toBeInTheDocument();
    expect(api.getComparison).not.toHaveBeenCalled();
  });
});
