import { Found, preflightCheck } from '../preflightCheck';

/** No pull request of ours is open that changes the same file: whichever is merged first changes what the other one does. */
export const proposalOpen = preflightCheck({
  id: 'proposal-open',
  severity: 'warn',
  pieces: ['openProposals'],
  run: ({ edit, enabled, switch: path }, { openProposals }) =>
    openProposals.value
      .filter(
        ({ file, repository }) =>
          file === edit.file && repository === edit.repository,
      )
      .map((proposal): Found => {
        const { number, url } = proposal;
        const object = { kind: 'PullRequest', name: `#${number}` };
        const parameters = {
          number,
          url,
          switch: proposal.switch,
          state: String(proposal.enabled),
        };
        return proposal.switch === path && proposal.enabled === enabled
          ? { object, severity: 'info', message: 'sameProposed', parameters }
          : {
              object,
              message: 'otherProposed',
              parameters: { ...parameters, file: proposal.file },
            };
      }),
});
