import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { errorSentence } from '../../errors/errorSentence';
import { Polling } from '../../hooks/usePolling';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../Notice/Notice';
import { Sentences } from '../Notice/Sentences';
import { StaleNotice } from '../Notice/StaleNotice';
import { DataAge } from './DataAge';
import { PhaseAnnouncer } from './PhaseAnnouncer';
import { RolloutPanel } from './RolloutPanel';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
}));

/** What runs of a delivery target, with how far that can be trusted. */
export const Rollouts = ({
  polling: { polled, refresh },
}: {
  polling: Polling<RolloutsResponse>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (polled.state === 'loading') {
    return (
      <div role="status" aria-label={t('rollouts.loading')}>
        <Progress />
      </div>
    );
  }
  if (polled.state === 'failed') {
    return (
      <Notice
        severity="error"
        role="alert"
        title={t('rollouts.failed')}
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
  const { observedAt, problems, rollouts } = polled.value;
  return (
    <div className={classes.root}>
      {polled.failure && (
        <StaleNotice since={polled.receivedAt} failure={polled.failure} />
      )}
      <DataAge observedAt={observedAt} receivedAt={polled.receivedAt} />
      {problems.length > 0 && (
        <Notice severity="warning" title={t('rollouts.problems')}>
          <Sentences sentences={problems} />
        </Notice>
      )}
      {rollouts.length === 0 && problems.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('rollouts.empty')}
        </Typography>
      )}
      {rollouts.map(rollout => (
        <RolloutPanel
          key={`${rollout.kind}/${rollout.namespace}/${rollout.name}`}
          rollout={rollout}
        />
      ))}
      <PhaseAnnouncer rollouts={rollouts} />
    </div>
  );
};
