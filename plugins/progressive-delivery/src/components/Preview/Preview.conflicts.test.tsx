import {
  ContentOf,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { conflict } from '../../__testUtils__/conflict';
import { CONTROLLERS_SWITCH } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { preflight, pruneLastMissing } from '../../__testUtils__/preflight';
import { responseError } from '../../__testUtils__/responseError';
import {
  choiceOf,
  openButton,
  reasonField,
  renderPreview,
} from './__testUtils__/renderPreview';

const repository = 'https://git.example.com/shop/gitops.git';
const url = 'https://git.example.com/shop/gitops/pulls/5';

const branch = { branch: 'progressive-delivery/web', repository };

const opposite = { switch: CONTROLLERS_SWITCH, value: 'false', number: 5, url };

const alreadySet = {
  switch: CONTROLLERS_SWITCH,
  value: 'true',
  file: 'deploy/values.yaml',
  commit: '4f2a9c1d',
};

describe('the page of a preview whose pull request was not opened', () => {
  let api: FakeProgressiveDeliveryApi;
  const user = userEvent.setup();

  beforeEach(() => {
    api = new FakeProgressiveDeliveryApi();
    sessionStorage.clear();
  });

  /** The notice after the backend has refused to open the pull request. */
  const refusedWith = async (error: Error) => {
    api.createProposal.mockRejectedValueOnce(error);
    await renderPreview(api, preflight({}));
    await user.click(openButton());
    return screen.findByRole('alert');
  };

  it.each<[ContentOf<Problem>, string]>([
    [
      { id: 'switchChanged', parameters: { switch: CONTROLLERS_SWITCH } },
      'is no longer what you previewed',
    ],
    [
      { id: 'baseGone', parameters: { branch: 'main', repository } },
      'deliver from a branch that exists',
    ],
    [
      { id: 'nothingToMerge', parameters: branch },
      'already has this change: there is nothing to propose',
    ],
  ])('asks for a new preview after %j', async (problem, sentence) => {
    const notice = await refusedWith(await conflict(problem));
    expect(notice).toHaveTextContent(/^This preview is out of date/);
    expect(notice).toHaveTextContent(sentence);
    expect(openButton()).toBeDisabled();

    await user.click(screen.getByRole('button', { name: 'Preview again' }));
    expect(api.getComparison).toHaveBeenCalledTimes(2);
    expect(
      screen.getByRole('heading', { name: 'Propose this change' }),
    ).toHaveFocus();
    await user.click(openButton());
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
  });

  it.each<[ContentOf<Problem>, string]>([
    [
      { id: 'alreadySet', parameters: alreadySet },
      'at 4f2a9c1d: there is nothing',
    ],
    [
      {
        id: 'alreadySetByMerge',
        parameters: { ...alreadySet, number: 5, url },
      },
      'since pull request #5 was merged',
    ],
    [
      {
        id: 'alreadySetByMergeOf',
        parameters: { ...alreadySet, number: 5, url, by: 'ada' },
      },
      'since ada merged pull request #5',
    ],
  ])('shows what Git holds by now after %j', async (content, sentence) => {
    const problem = toMessage('problem', content);
    const notice = await refusedWith(
      await responseError(400, 'InputError', problem.text, { problem }),
    );
    expect(notice).toHaveTextContent(/^This preview is out of date/);
    expect(notice).toHaveTextContent(sentence);

    api.comparison = { ...api.comparison, alreadySet: true };
    await user.click(screen.getByRole('button', { name: 'Preview again' }));
    await screen.findByText(/Git already has this value/);
  });

  it.each<[ContentOf<Problem>, string]>([
    [
      { id: 'oppositeOpen', parameters: opposite },
      `Pull request #5 is open and sets ${CONTROLLERS_SWITCH} to false: merge or close it first`,
    ],
    [
      {
        id: 'openBeforeRenaming',
        parameters: { ...opposite, branch: 'trunk' },
      },
      'merge it, or close it and propose again',
    ],
    [
      {
        id: 'openOntoFormerName',
        parameters: { ...opposite, base: 'main', branch: 'trunk' },
      },
      'change its base from main, or close it and propose again',
    ],
  ])(
    'leads to the pull request that is in the way after %j',
    async (problem, sentence) => {
      const notice = await refusedWith(await conflict(problem));
      expect(notice).toHaveTextContent(/^The pull request could not be opened/);
      expect(notice).toHaveTextContent(sentence);
      expect(
        within(notice).getByRole('button', { name: /^Go to pull request #5/ }),
      ).toHaveAttribute('href', url);
      expect(
        screen.queryByRole('button', { name: 'Preview again' }),
      ).not.toBeInTheDocument();

      await user.click(openButton());
      await screen.findByRole('link', { name: /Pull request #3 opened/ });
      expect(api.getComparison).toHaveBeenCalledTimes(1);
    },
  );

  it.each<[ContentOf<Problem>, string]>([
    [
      {
        id: 'branchOfOthers',
        parameters: { ...branch, commit: '4f2a9c1d' },
      },
      'Merge or delete that branch first.',
    ],
    [
      {
        id: 'switchNotProposable',
        parameters: {
          switch: CONTROLLERS_SWITCH,
          notProposable: toMessage('notProposable', {
            id: 'noValuesFile',
            parameters: {},
          }),
        },
      },
      `No pull request can change ${CONTROLLERS_SWITCH}. The overlay has no values file of its own that could be changed: add one`,
    ],
  ])(
    'says what has to be done elsewhere after %j',
    async (problem, sentence) => {
      const notice = await refusedWith(await conflict(problem));
      expect(notice).toHaveTextContent(sentence);
      expect(within(notice).queryByRole('button')).not.toBeInTheDocument();
      expect(openButton()).toBeEnabled();
    },
  );

  it.each<[ContentOf<Problem>, string]>([
    [{ id: 'changedAgainAndAgain', parameters: {} }, 'changed again and again'],
    [{ id: 'branchMissing', parameters: branch }, 'was deleted'],
    [{ id: 'branchMoved', parameters: branch }, 'was changed by somebody else'],
    [{ id: 'pullRequestExists', parameters: branch }, 'is already open'],
  ])('tries again after %j', async (problem, sentence) => {
    const notice = await refusedWith(await conflict(problem));
    expect(notice).toHaveTextContent(sentence);
    await user.click(within(notice).getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
    expect(api.getComparison).toHaveBeenCalledTimes(1);
  });

  it('tries again after a conflict that only its message tells', async () => {
    const message =
      'Gitea at git.example.com refused to open a pull request: the branch was deleted in the meantime, so try again';
    const notice = await refusedWith(
      await responseError(409, 'ConflictError', message),
    );
    expect(notice).toHaveTextContent(message);
    await user.click(within(notice).getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: /Pull request #3 opened/ });
  });

  it('does not try again what has yet to be decided', async () => {
    const blocking = pruneLastMissing('agents-controllers');
    api.createProposal.mockRejectedValueOnce(
      await conflict({ id: 'changedAgainAndAgain', parameters: {} }),
    );
    await renderPreview(api, preflight({ findings: [blocking] }));
    await user.click(choiceOf(blocking));
    await user.type(reasonField(), 'Known');
    await user.click(openButton());
    await screen.findByRole('button', { name: 'Try again' });

    await user.click(choiceOf(blocking));
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'changed again and again',
    );
  });
});
