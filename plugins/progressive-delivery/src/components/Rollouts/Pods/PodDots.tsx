import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { PodStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { podCounts } from './podCounts';
import { PodState, podState } from './podState';
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
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  pending: { borderColor: theme.palette.status.aborted },
  failing: {
    borderColor: theme.palette.status.error,
    borderRadius: 2,
  },
}));

/** More are counted instead: nobody counts dots, and each of them costs. */
const MOST_DOTS = 30;

const ORDER: readonly PodState[] = ['failing', 'pending', 'ready'];

export interface PodDotsProps {
  /** What the pods belong to. */
  owner: string;
  pods: PodStatus[];
}

/** A dot for each pod: filled when ready, hollow when not yet, square when failing. Of many, those that are not ready. */
export const PodDots = ({ owner, pods }: PodDotsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  const podSentence = usePodSentence();
  const isMany = pods.length > MOST_DOTS;
  const shown = isMany
    ? ORDER.flatMap(state => pods.filter(pod => podState(pod) === state)).slice(
        0,
        MOST_DOTS,
      )
    : pods;
  return (
    <>
      <ul
        className={classes.root}
        aria-label={t('rollout.pods', { name: owner })}
      >
        {shown.map(pod => (
          <Tooltip key={pod.name} title={podSentence(pod)}>
            <li className={`${classes.pod} ${classes[podState(pod)]}`}>
              <VisuallyHidden>{podSentence(pod)}</VisuallyHidden>
            </li>
          </Tooltip>
        ))}
      </ul>
      {isMany && (
        <Typography variant="body2">
          {t('pods.counted', {
            count: pods.length,
            states: facts(
              podCounts(pods).map(({ count, reason = t('rollout.podReady') }) =>
                t('pods.reason', { pods: count, reason }),
              ),
            ),
          })}
        </Typography>
      )}
    </>
  );
};
