import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  DeliveryTargetSummary,
  ProposalsResponse,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../api';
import { Polling } from '../../hooks/requests/usePolling';
import { underwayProposals } from '../../proposals/underwayProposals';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { StaleNotice } from '../../ui/notices/StaleNotice';
import { ProposalProgress } from '../Proposals/ProposalProgress';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
  },
}));

export interface SwitchProposalsProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  change: SwitchChange;
  /** The number of the one that was opened here; it is shown to its end and beyond. */
  opened?: number;
  polling: Polling<ProposalsResponse>;
}

/** The pull requests for the switch that still have a way to go, as they go. */
export const SwitchProposals = ({
  reference,
  target,
  change,
  opened,
  polling: { polled, refresh },
}: SwitchProposalsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (polled.state !== 'loaded') {
    // The preview does not depend on them, and the backend looks for them again when one is to be opened.
    return null;
  }
  const { proposals } = polled.value;
  const underway = underwayProposals(proposals);
  const shown = proposals.filter(
    proposal =>
      proposal.switch === change.switch &&
      (proposal.number === opened || underway.includes(proposal)),
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('proposals.title')}
    >
      {polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      {shown.map(proposal => (
        <ProposalProgress
          key={proposal.number}
          reference={reference}
          target={target}
          proposal={proposal}
          previewed={change}
          refresh={refresh}
        />
      ))}
    </Paper>
  );
};
