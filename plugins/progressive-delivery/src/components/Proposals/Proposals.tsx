import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ProposalsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Fragment } from 'react';
import { errorSentence } from '../../errors/errorSentence';
import { Polling } from '../../hooks/usePolling';
import { underwayProposals } from '../../proposals/underwayProposals';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { StaleNotice } from '../../ui/StaleNotice';
import { JourneyStepper } from './JourneyStepper';
import { ProposalLine } from './ProposalLine';
import { ProposalOverrideLine } from './ProposalOverrideLine';

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
  polling: { polled, refresh },
}: {
  polling: Polling<ProposalsResponse>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (polled.state === 'loading') {
    return null;
  }
  if (polled.state === 'failed') {
    return (
      <Notice
        severity="warning"
        title={t('proposals.failed')}
        action={
          <Button size="small" onClick={refresh}>
            {t('retry')}
          </Button>
        }
      >
        {errorSentence(polled.error)}
      </Notice>
    );
  }
  const { proposals } = polled.value;
  const underway = underwayProposals(proposals);
  const earlier = proposals.filter(proposal => !underway.includes(proposal));
  if (proposals.length === 0 && !polled.failure) {
    return null;
  }
  return (
    <section className={classes.root} aria-label={t('proposals.title')}>
      {polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      {underway.map(proposal => (
        <div key={proposal.number}>
          <ProposalLine proposal={proposal} />
          <ProposalOverrideLine proposal={proposal} />
          <JourneyStepper proposal={proposal} />
        </div>
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
            </Fragment>
          ))}
        </details>
      )}
    </section>
  );
};
