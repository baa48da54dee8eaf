import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  DeliveryTargetSummary,
  ProposalsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Fragment } from 'react';
import { TargetReference } from '../../api';
import { Polling } from '../../hooks/requests/usePolling';
import {
  hasArrived,
  underwayProposals,
} from '../../proposals/underwayProposals';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { StaleNotice } from '../../ui/notices/StaleNotice';
import { JourneyStepper } from './JourneyStepper';
import { ProposalActions } from './ProposalActions';
import { ProposalLine } from './ProposalLine';
import { ProposalOverrideLine } from './ProposalOverrideLine';
import { ProposalProgress } from './ProposalProgress';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  summary: {
    cursor: 'pointer',
    color: theme.palette.text.secondary,
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** The pull requests for a target's switches: those underway with their journeys, the others folded away. */
export const Proposals = ({
  reference,
  target,
  polling: { polled, refresh },
}: {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  polling: Polling<ProposalsResponse>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (polled.state === 'loading') {
    return null;
  }
  if (polled.state === 'failed') {
    return (
      <FailedNotice
        severity="warning"
        title={t('proposals.failed')}
        error={polled.error}
        onRetry={refresh}
      />
    );
  }
  const { proposals } = polled.value;
  const underway = underwayProposals(proposals);
  const earlier = proposals.filter(proposal => !underway.includes(proposal));
  const latestMerged = new Map(
    proposals
      .filter(({ state }) => state === 'merged')
      .reverse()
      .map(proposal => [proposal.switch, proposal]),
  );
  if (proposals.length === 0 && !polled.failure) {
    return null;
  }
  return (
    <section className={classes.root} aria-label={t('proposals.title')}>
      {polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      {underway.map(proposal => (
        <ProposalProgress
          key={proposal.number}
          reference={reference}
          target={target}
          proposal={proposal}
          refresh={refresh}
        />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary className={classes.summary}>
            {t('proposals.earlier', { count: earlier.length })}
          </summary>
          {earlier.map(proposal => (
            <Fragment key={proposal.number}>
              <ProposalLine proposal={proposal} />
              <ProposalOverrideLine proposal={proposal} />
              {hasArrived(proposal) && <JourneyStepper proposal={proposal} />}
              {proposal === latestMerged.get(proposal.switch) && (
                <ProposalActions
                  reference={reference}
                  target={target}
                  proposal={proposal}
                  refresh={refresh}
                />
              )}
            </Fragment>
          ))}
        </details>
      )}
    </section>
  );
};
