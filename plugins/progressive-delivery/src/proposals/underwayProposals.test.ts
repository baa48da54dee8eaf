import {
  arrivedProposal,
  mergedProposal,
  proposal,
} from '../__testUtils__/proposal';
import { underwayProposals } from './underwayProposals';

describe('underwayProposals', () => {
  it('holds open ones and merged ones that have not arrived', () => {
    expect(underwayProposals([proposal, mergedProposal])).toEqual([
      proposal,
      mergedProposal,
    ]);
  });

  it('leaves out those that have arrived or were closed', () => {
    expect(
      underwayProposals([{ ...proposal, state: 'closed' }, arrivedProposal]),
    ).toEqual([]);
  });

  it('leaves out a merged one that a later one of its switch took over from', () => {
    expect(underwayProposals([arrivedProposal, mergedProposal])).toEqual([]);
    expect(
      underwayProposals([
        arrivedProposal,
        {
          ...mergedProposal,
          switch: 'controlPlane.progressiveDelivery.enabled',
        },
      ]),
    ).toHaveLength(1);
  });
});
