import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import FailsIcon from '@material-ui/icons/ErrorOutline';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Facts } from '../../ui/Facts';
import { PhaseChip } from '../../ui/PhaseChip';
import { shownPhase } from '../Rollouts/shownPhase';
import { stepsSummary } from '../Rollouts/Steps/stepsSummary';
import { useSituation } from '../Rollouts/useSituation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(0.75),
  },
  situation: {
    flexBasis: '100%',
    display: 'flex',
    columnGap: theme.spacing(0.5),
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  icon: {
    flexShrink: 0,
    marginTop: 2,
    fontSize: '1.1em',
    color: theme.palette.status.error,
  },
}));

/** Part of the card: the phase of a workload and how far it is, and what it fails by or waits for. */
export const WorkloadSummary = ({ rollout }: { rollout: RolloutStatus }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const situationOf = useSituation();
  const { aborted, kind, name } = rollout;
  const summary = stepsSummary(rollout);
  const situation = situationOf(rollout);
  return (
    <span className={classes.root}>
      <PhaseChip phase={shownPhase(rollout)} />
      <Typography variant="body2" component="span">
        <Facts>
          {t('rollout.label', { kind, name })}
          {aborted && t('card.aborted')}
          {summary.state === 'at' &&
            t('card.step', { step: summary.number, steps: summary.count })}
        </Facts>
      </Typography>
      {situation !== undefined && (
        <Typography
          variant="body2"
          component="span"
          color={situation.fails ? 'textPrimary' : 'textSecondary'}
          className={classes.situation}
        >
          {situation.fails && (
            <FailsIcon className={classes.icon} aria-hidden />
          )}
          {situation.sentence}
        </Typography>
      )}
    </span>
  );
};
