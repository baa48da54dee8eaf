import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Placeholder } from '../../../ui/Placeholder';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', rowGap: theme.spacing(1), minWidth: 0 },
  toolbar: { padding: theme.spacing(1.25, 0) },
  lines: {
    padding: theme.spacing(0.5, 1, 0.5, 6.5),
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** Of the first lines of a Rollout's YAML, in characters. */
const LINES = [34, 13, 9, 28, 24, 5, 14, 11, 17, 20, 26, 22];

/** The YAML of a Rollout, before it is there. */
export const ManifestSkeleton = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <div
      role="status"
      className={classes.root}
      aria-label={t('manifest.loading')}
    >
      <div className={classes.toolbar}>
        <Placeholder width={160} />
      </div>
      <div className={classes.lines}>
        {LINES.map(characters => (
          <Placeholder key={characters} width={`${characters}ch`} />
        ))}
      </div>
    </div>
  );
};
