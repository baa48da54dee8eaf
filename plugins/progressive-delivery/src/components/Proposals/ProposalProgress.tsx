import { JourneyStepper } from './JourneyStepper';
import { ProposalActions, ProposalActionsProps } from './ProposalActions';
import { ProposalLine } from './ProposalLine';
import { ProposalOverrideLine } from './ProposalOverrideLine';
import { ReviewLine } from './ReviewLine';

/** A proposal under way: what it changes, what its reviewers say, how far it has come, and what can be done. */
export const ProposalProgress = (props: ProposalActionsProps) => {
  const { proposal } = props;
  return (
    <div>
      <ProposalLine proposal={proposal} />
      <ProposalOverrideLine proposal={proposal} />
      <ReviewLine proposal={proposal} />
      <JourneyStepper proposal={proposal} />
      <ProposalActions {...props} />
    </div>
  );
};
