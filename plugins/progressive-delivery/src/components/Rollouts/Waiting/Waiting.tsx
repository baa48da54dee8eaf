import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMessageText } from '../../../hooks/texts/useMessageText';
import { NotYetObserved } from './NotYetObserved';
import { Pauses } from './Pauses';
import { TimeLimits } from './TimeLimits';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1.5),
  },
  waitsFor: { fontWeight: 'bold' },
}));

/** What a workload waits for, how much longer at least, and when that counts as a failure. */
export const Waiting = ({ rollout }: { rollout: RolloutStatus }) => {
  const classes = useStyles();
  const messageText = useMessageText();
  const { aborted, observation, steps } = rollout;
  if (observation.state === 'silent') {
    // Whatever else it may wait for, the controller comes first, and no time runs.
    return null;
  }
  // An abort ends all pauses but one by hand, even though its controller may have yet to act on it.
  const pauses = rollout.pauses.filter(
    ({ reason }) => !aborted || reason === 'spec.paused',
  );
  const waitsFor = steps.find(({ state }) => state === 'current')?.waitsFor;
  const hasNothing =
    observation.state !== 'waiting' &&
    waitsFor === undefined &&
    pauses.length === 0 &&
    rollout.doneNotBefore === undefined &&
    rollout.progressDeadline === undefined;
  return hasNothing ? null : (
    <div className={classes.root}>
      {observation.state === 'waiting' && (
        <NotYetObserved observation={observation} />
      )}
      {/* A pause says the same in more words. */}
      {waitsFor !== undefined && pauses.length === 0 && (
        <Typography variant="body2" className={classes.waitsFor}>
          {messageText('wait', waitsFor)}
        </Typography>
      )}
      <Pauses pauses={pauses} />
      <TimeLimits rollout={rollout} />
    </div>
  );
};
