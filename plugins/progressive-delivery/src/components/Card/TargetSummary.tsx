import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode, useEffect, useState } from 'react';
import { ClockAhead } from '../../hooks/time/ClockAhead';
import { useRollouts } from '../../hooks/delivery/useRollouts';
import { useTargetReference } from '../../hooks/useTargetReference';
import { Polled } from '../../polling/Polled';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { tellsThatNothingRuns } from '../Rollouts/tellsThatNothingRuns';
import { WorkloadSummary } from './WorkloadSummary';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 0),
  },
  title: { fontWeight: 'bold' },
}));

/** Milliseconds after which whoever waits is told where else to look. */
const PATIENCE = 15_000;

/** Not without end: what has not come by then may not come. */
const Loading = () => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, []);
  return <>{t(late ? 'card.late' : 'card.loading')}</>;
};

const Phases = ({ polled }: { polled: Polled<RolloutsResponse> }) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const quietly = (sentence: ReactNode) => (
    <Typography variant="body2" color="textSecondary">
      {sentence}
    </Typography>
  );
  switch (polled.state) {
    case 'loading':
      return quietly(<Loading />);
    case 'failed':
      return quietly(t('card.unknown'));
    case 'loaded': {
      const { problems, rollouts } = polled.value;
      const hasProblems =
        problems.length > 0 && !tellsThatNothingRuns(polled.value);
      if (rollouts.length === 0) {
        return quietly(
          hasProblems || polled.failure ? t('card.unknown') : t('card.nothing'),
        );
      }
      return (
        <>
          {rollouts.map(rollout => (
            <WorkloadSummary
              key={`${rollout.kind}/${rollout.namespace}/${rollout.name}`}
              rollout={rollout}
            />
          ))}
          {polled.failure && quietly(t('card.stale'))}
          {hasProblems && !polled.failure && quietly(t('card.incomplete'))}
        </>
      );
    }
    default:
      return polled satisfies never;
  }
};

const Live = ({ target }: { target: DeliveryTargetSummary }) => {
  const { clockAhead, polled } = useRollouts(useTargetReference(target.id));
  return (
    <ClockAhead.Provider value={clockAhead}>
      <Phases polled={polled} />
    </ClockAhead.Provider>
  );
};

/** Part of the card: a target and the phases of what runs there, a line each. */
export const TargetSummary = ({
  target,
}: {
  target: DeliveryTargetSummary;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { authProvider, cluster = '' } = target.destination;
  return (
    <li className={classes.root}>
      <Typography variant="body2" className={classes.title}>
        {target.title}
      </Typography>
      {authProvider === undefined ? (
        <Live target={target} />
      ) : (
        // Asking for what runs there would ask the user to sign in, which nobody expects of an overview.
        <Typography variant="body2" color="textSecondary">
          {t('card.signIn', { cluster })}
        </Typography>
      )}
    </li>
  );
};
