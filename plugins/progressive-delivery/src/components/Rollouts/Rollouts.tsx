import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { flushSync } from 'react-dom';
import { TargetReference } from '../../api';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { useFirst } from '../../hooks/useFirst';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { FollowedRollouts } from '../../hooks/delivery/useRollouts';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { FailedNotice } from '../../ui/notices/FailedNotice';
import { Notice } from '../../ui/notices/Notice';
import { panelId } from '../../ui/panelId';
import { Sentences } from '../../ui/Sentences';
import { StaleNotice } from '../../ui/notices/StaleNotice';
import { NextSteps } from '../Problems/NextSteps';
import { commonRefusal } from './Actions/commonRefusal';
import { useAuthority } from './Actions/useAuthority';
import { ownWorkloadsFirst } from './ownWorkloadsFirst';
import { DataAge } from './DataAge';
import { RolloutPanel } from './RolloutPanel';
import { tellsThatNothingRuns } from './tellsThatNothingRuns';
import { SilentControllerNotice } from './Troubles/SilentControllerNotice';
import { silentRollouts } from './Troubles/silentRollouts';
import { RolloutSkeleton } from './RolloutSkeleton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  more: { alignSelf: 'flex-start' },
}));

export interface RolloutsProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  polling: FollowedRollouts;
  /** Which of them are asked for; default: all. */
  shows?: (rollout: RolloutStatus) => boolean;
  /** Which of them need nobody, so that only the first are shown before the others are asked for; default: none. */
  isSettled?: (rollout: RolloutStatus) => boolean;
}

/** So many that need nobody are shown before the others are asked for. */
const SETTLED = { first: 8, step: 100 };

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

/** What is probably drawn once it is known what runs; at least one workload. */
function expectedKinds(target: DeliveryTargetSummary) {
  const kinds = ownWorkloadsFirst(target)
    .slice(0, SETTLED.first)
    .map(({ kindInGit, kindsLive }) => kindsLive[0] ?? kindInGit);
  return kinds.length > 0 ? kinds : [undefined];
}

/** What runs of a delivery target, with how far that can be trusted. */
export const Rollouts = ({
  reference,
  target,
  polling: { clockAhead, live, polled, refresh },
  shows = () => true,
  isSettled = () => false,
}: RolloutsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const all =
    polled.state === 'loaded'
      ? inOrder(polled.value.rollouts.filter(shows), target)
      : [];
  const authorityOf = useAuthority(target);
  const settled = useFirst(all.filter(isSettled), SETTLED);
  if (polled.state === 'loading') {
    return (
      <div
        role="status"
        className={classes.root}
        aria-label={t('rollouts.loading')}
      >
        {expectedKinds(target).map((kind, index) => (
          // eslint-disable-next-line react/no-array-index-key
          <RolloutSkeleton key={index} isRollout={kind === 'Rollout'} />
        ))}
      </div>
    );
  }
  if (polled.state === 'failed') {
    return (
      <FailedNotice
        title={t('rollouts.failed')}
        error={polled.error}
        onRetry={refresh}
      />
    );
  }
  const { problems, rollouts } = polled.value;
  const showMore = () => {
    const next = all.find(
      each => isSettled(each) && !settled.shown.includes(each),
    );
    flushSync(settled.showMore);
    // The button may go, and with it the focus.
    if (next) {
      document
        .getElementById(panelId(target.id, next))
        ?.focus({ preventScroll: true });
    }
  };
  const drawn = all.filter(
    each => !isSettled(each) || settled.shown.includes(each),
  );
  // What is the same for several is told once.
  const silent = silentRollouts(drawn);
  const silenceTold = silent.length > 1;
  const refusal = commonRefusal(drawn, authorityOf);
  return (
    <ClockAhead.Provider value={clockAhead}>
      <div className={classes.root}>
        {polled.failure && (
          <StaleNotice since={polled.receivedAt} failure={polled.failure} />
        )}
        {!live && <DataAge since={polled.receivedAt} />}
        {problems.length > 0 && (
          <Notice
            severity="warning"
            title={t(
              tellsThatNothingRuns(polled.value)
                ? 'rollouts.nothing'
                : 'rollouts.problems',
            )}
          >
            <Sentences
              sentences={problems.map(problem =>
                messageText('problem', problem),
              )}
            />
            <NextSteps problems={problems} />
          </Notice>
        )}
        {rollouts.length === 0 && problems.length === 0 && !polled.failure && (
          <Typography variant="body2" color="textSecondary">
            {t('rollouts.empty')}
          </Typography>
        )}
        {silenceTold && <SilentControllerNotice rollouts={silent} />}
        {refusal !== undefined && (
          <Typography variant="body2" color="textSecondary">
            {refusal}
          </Typography>
        )}
        {drawn.map(rollout => (
          <RolloutPanel
            key={`${rollout.kind}/${rollout.namespace}/${rollout.name}`}
            reference={reference}
            target={target}
            rollout={rollout}
            stale={polled.failure !== undefined}
            refusalTold={refusal}
            silenceTold={silenceTold && rollout.kind === 'Rollout'}
            refresh={refresh}
          />
        ))}
        {settled.more > 0 && (
          <Button size="small" className={classes.more} onClick={showMore}>
            {t('more.healthy', { count: settled.more })}
          </Button>
        )}
      </div>
    </ClockAhead.Provider>
  );
};
