import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../api';
import { errorSentence } from '../../errors/errorSentence';
import { ClockAhead } from '../../hooks/ClockAhead';
import { useMessageText } from '../../hooks/useMessageText';
import { FollowedRollouts } from '../../hooks/useRollouts';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/Notice';
import { Sentences } from '../../ui/Sentences';
import { StaleNotice } from '../../ui/StaleNotice';
import { ownWorkloadsFirst } from './ownWorkloadsFirst';
import { DataAge } from './DataAge';
import { PhaseAnnouncer } from './PhaseAnnouncer';
import { RolloutPanel } from './RolloutPanel';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
}));

export interface RolloutsProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  polling: FollowedRollouts;
}

/** As the table of workloads has them. */
function inOrder(
  rollouts: RolloutStatus[],
  target: DeliveryTargetSummary,
): RolloutStatus[] {
  const order = ownWorkloadsFirst(target);
  const placeOf = ({ namespace, name }: RolloutStatus) => {
    const place = order.findIndex(
      each => each.namespace === namespace && each.name === name,
    );
    return place === -1 ? order.length : place;
  };
  return [...rollouts].sort((a, b) => placeOf(a) - placeOf(b));
}

/** What runs of a delivery target, with how far that can be trusted. */
export const Rollouts = ({
  reference,
  target,
  polling: { clockAhead, live, polled, refresh },
}: RolloutsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
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
  const { problems, rollouts } = polled.value;
  return (
    <ClockAhead.Provider value={clockAhead}>
      <div className={classes.root}>
        {polled.failure && (
          <StaleNotice since={polled.receivedAt} failure={polled.failure} />
        )}
        {!live && <DataAge since={polled.receivedAt} />}
        {problems.length > 0 && (
          <Notice severity="warning" title={t('rollouts.problems')}>
            <Sentences
              sentences={problems.map(problem =>
                messageText('problem', problem),
              )}
            />
          </Notice>
        )}
        {rollouts.length === 0 && problems.length === 0 && !polled.failure && (
          <Typography variant="body2" color="textSecondary">
            {t('rollouts.empty')}
          </Typography>
        )}
        {inOrder(rollouts, target).map(rollout => (
          <RolloutPanel
            key={`${rollout.kind}/${rollout.namespace}/${rollout.name}`}
            reference={reference}
            target={target}
            rollout={rollout}
            stale={polled.failure !== undefined}
            refresh={refresh}
          />
        ))}
        <PhaseAnnouncer rollouts={rollouts} />
      </div>
    </ClockAhead.Provider>
  );
};
