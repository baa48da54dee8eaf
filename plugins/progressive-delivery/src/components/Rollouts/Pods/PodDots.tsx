import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { podState } from './podState';
import { usePodSentence } from './usePodSentence';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 4,
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  pod: {
    position: 'relative',
    flexShrink: 0,
    width: 12,
    height: 12,
    borderRadius: '50%',
    border: '2px solid',
  },
  ready: {
    borderColor: theme.palette.status.ok,
    backgroundColor: theme.palette.status.ok,
  },
  pending: { borderColor: theme.palette.status.aborted },
  failing: {
    borderColor: theme.palette.status.error,
    borderRadius: 2,
  },
}));

export interface PodDotsProps {
  /** What the pods belong to. */
  owner: string;
  pods: PodStatus[];
}

/** A dot for each pod: filled when ready, hollow when not yet, square when failing. */
export const PodDots = ({ owner, pods }: PodDotsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const podSentence = usePodSentence();
  return (
    <ul
      className={classes.root}
      aria-label={t('rollout.pods', { name: owner })}
    >
      {pods.map(pod => (
        <Tooltip key={pod.name} title={podSentence(pod)}>
          <li className={`${classes.pod} ${classes[podState(pod)]}`}>
            <VisuallyHidden>{podSentence(pod)}</VisuallyHidden>
          </li>
        </Tooltip>
      ))}
    </ul>
  );
};
