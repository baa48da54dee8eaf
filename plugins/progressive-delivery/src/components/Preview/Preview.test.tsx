import {
  ComparisonStage,
  Preflight,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CONTROL_PLANE_SWITCH } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { preflight, pruneLastMissing } from '../../__testUtils__/preflight';
import { arrivedProposal, proposal } from '../../__testUtils__/proposal';
import {
  choiceOf,
  openButton,
  PATH,
  reasonField,
  renderPage,
  renderPreview,
} from './__testUtils__/renderPreview';

const controllers = pruneLastMissing('agents-controllers');

describe('the page of a preview', () => {
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
      'Code owners according to .github/CODEOWNERS: @platform/delivery and ada@example.com',
      'Not all rules of .github/CODEOWNERS could be read, so there may be other code owners.',
      'Symbolic links to this file: apps/same.yaml',
    ]) {
      expect(screen.getByText(said)).toBeVisible();
    }
  });

  it('says that nobody has looked', async () => {
    await show(undefined);
    expect(
      screen.getByText('No preflight checks ran for this change.'),
    ).toBeVisible();
    expect(openButton()).toBeEnabled();
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

  it('shows what is being done for it, as the backend tells', async () => {
    let tell: (stage: ComparisonStage) => void = () => {};
    api.getComparison.mockImplementationOnce((_reference, _change, options) => {
      tell = stage => options?.onStage?.(stage);
      return new Promise(() => {});
    });
    await renderPage(api);
    const doing = await screen.findByText(
      'Rendering the chart with the switch off and on, and running the preflight checks',
    );
    const list = { name: 'Stages of the preview' };
    expect(screen.queryByRole('list', list)).toBeNull();

    act(() => tell('rendering'));
    expect(doing).toHaveAttribute('role', 'status');
    expect(doing).toHaveTextContent(
      /^Rendering the chart with the switch off and on$/,
    );
    const stages = within(screen.getByRole('list', list)).getAllByRole(
      'listitem',
    );
    expect(stages.map(stage => stage.textContent)).toEqual([
      'Git and charts, done',
      'Rendering, current',
      'Preflight checks, waiting',
    ]);
    expect(stages[1]).toHaveAttribute('aria-current', 'step');
  });

  it('checks again, with what it shows and what was typed still there', async () => {
    await show(preflight({ findings: [controllers] }));
    await user.type(reasonField(), 'A maintenance window');
    let answer: (found: typeof api.comparison) => void = () => {};
    let tell: (stage: ComparisonStage) => void = () => {};
    api.getComparison.mockImplementationOnce((_reference, _change, options) => {
      tell = stage => options?.onStage?.(stage);
      return new Promise(resolve => {
        answer = resolve;
      });
    });
    const button = screen.getByRole('button', { name: 'Check again' });
    await user.click(button);

    const doing = screen.getByText(
      'Rendering the chart with the switch off and on, and running the preflight checks',
    );
    expect(doing).toBeVisible();
    act(() => tell('checking'));
    expect(doing).toHaveTextContent(/^Running the preflight checks$/);
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
      name: 'Progress of pull request #3',
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

  it('still shows the one that was opened here when it has arrived', async () => {
    api.createProposal.mockImplementationOnce(async () => {
      api.proposals = [{ ...arrivedProposal, number: 3 }, arrivedProposal];
      return { outcome: 'created', proposal };
    });
    await show(preflight({}));
    await user.click(openButton());
    const journeys = await screen.findAllByRole('list', {
      name: /^Progress of/,
    });
    expect(journeys.map(each => each.getAttribute('aria-label'))).toEqual([
      'Progress of pull request #3',
    ]);
  });

  it('shows one that is open already beside its preview', async () => {
    api.proposals = [
      proposal,
      { ...proposal, number: 4, switch: CONTROL_PLANE_SWITCH },
    ];
    await show(preflight({}));
    expect(
      await screen.findByRole('list', { name: 'Progress of pull request #3' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('list', { name: 'Progress of pull request #4' }),
    ).toBeNull();
    expect(openButton()).toBeEnabled();
  });

  it('says why not to those who follow its address and may not propose', async () => {
    await show(preflight({}), { mayPropose: false });
    expect(
      await screen.findByText(
        'You do not have permission to open pull requests for this component. Ask its owners.',
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
    await renderPage(api, { path });
    expect(
      await screen.findByText('There is no such preview'),
    ).toBeInTheDocument();
    expect(api.getComparison).not.toHaveBeenCalled();
  });
});
