import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { SyncedCommit } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { shortCommit } from '../../../repositories/shortCommit';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { WebLink } from '../../../ui/controls/WebLink';

const useStyles = makeStyles({
  root: { maxWidth: '24em', overflowWrap: 'anywhere' },
});

/** The commit that a revision came with, who made it and when, as far as that is known. */
export const RevisionCommit = ({
  commit: { author, commit: id, committedAt, url },
}: {
  commit: SyncedCommit;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const commit = shortCommit(id);
  const text =
    author === undefined || committedAt === undefined
      ? t('rollout.commit', { commit })
      : t('rollout.commitBy', {
          commit,
          author,
          since: clock.since(committedAt),
        });
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      className={classes.root}
      title={committedAt === undefined ? undefined : clock.at(committedAt)}
    >
      {url === undefined ? text : <WebLink url={url}>{text}</WebLink>}
    </Typography>
  );
};
