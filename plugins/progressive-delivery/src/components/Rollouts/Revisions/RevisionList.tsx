import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  PodStatus,
  RolloutStatus,
  SyncedCommit,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Fragment } from 'react';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Facts } from '../../../ui/Facts';
import { PodDots } from '../Pods/PodDots';
import { PodLine } from '../Pods/PodLine';
import { podState } from '../Pods/podState';
import { commitOf } from './commitOf';
import { ReadyCount } from './ReadyCount';
import { RevisionAge } from './RevisionAge';
import { RevisionCommit } from './RevisionCommit';
import { ScaleDown } from './ScaleDown';
import { shortImage } from '../Images/shortImage';

/** So many pods that need a look are named; the others are counted. */
const NAMED_PODS = 5;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns:
      'max-content fit-content(50%) max-content minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(0.5),
    alignItems: 'baseline',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  role: { fontWeight: 'bold' },
  images: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  pods: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
  },
  look: { gridColumn: '1 / -1', overflowWrap: 'anywhere' },
}));

/** Those that fail are told at the top, with the reason. */
const needsALook = (pod: PodStatus) =>
  podState(pod) === 'pending' || (pod.ready && pod.restarts > 0);

/** The revisions of a workload: which is canary and which stable, their images and pods. */
export const RevisionList = ({
  rollout: { revisions, unread },
  syncs,
}: {
  rollout: Pick<RolloutStatus, 'revisions' | 'unread'>;
  /** Of the target's Application. */
  syncs: readonly SyncedCommit[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  return (
    <div className={classes.root}>
      {revisions.map(revision => {
        const look = revision.pods.filter(needsALook);
        const unnamed = look.length - NAMED_PODS;
        const commit = commitOf(revision.createdAt, syncs);
        return (
          <Fragment key={revision.name}>
            <div>
              <Typography variant="body2" title={revision.name}>
                <Facts>
                  <span className={classes.role}>
                    {t(`role.${revision.role}`)}
                  </span>
                  {revision.revision !== undefined &&
                    t('rollout.revision', {
                      revision: String(revision.revision),
                    })}
                  {revision.createdAt !== undefined && (
                    <RevisionAge at={revision.createdAt} />
                  )}
                </Facts>
              </Typography>
              {commit && <RevisionCommit commit={commit} />}
            </div>
            <Typography
              variant="body2"
              className={classes.images}
              title={facts(revision.images)}
            >
              {facts(revision.images.map(shortImage))}
            </Typography>
            <ReadyCount revision={revision} />
            <div className={classes.pods}>
              {unread.includes('pods') ? (
                <Typography variant="body2" color="textSecondary">
                  {t('unread.pods')}
                </Typography>
              ) : (
                <PodDots owner={revision.name} pods={revision.pods} />
              )}
              {revision.scaleDownAt !== undefined && (
                <ScaleDown at={revision.scaleDownAt} />
              )}
            </div>
            {look.slice(0, NAMED_PODS).map(pod => (
              <PodLine key={pod.name} pod={pod} className={classes.look} />
            ))}
            {unnamed > 0 && (
              <Typography
                variant="body2"
                color="textSecondary"
                className={classes.look}
              >
                {t('rollout.morePods', { count: unnamed })}
              </Typography>
            )}
          </Fragment>
        );
      })}
    </div>
  );
};
