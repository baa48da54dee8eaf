import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';
import { ComparisonSkeleton } from './ComparisonSkeleton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  back: { marginBottom: theme.spacing(1) },
  part: { padding: theme.spacing(2) },
}));

/** The page of a preview, before it is known what it is of. */
export const PreviewSkeleton = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <div
      role="status"
      className={classes.root}
      aria-label={t('preview.loadingPage')}
    >
      <div>
        <div className={classes.back}>
          <Placeholder width={160} />
        </div>
        <Placeholder variant="h6" width={420} />
      </div>
      <Paper className={classes.part}>
        <Placeholder variant="body1" width="60%" />
        <ComparisonSkeleton />
      </Paper>
    </div>
  );
};
