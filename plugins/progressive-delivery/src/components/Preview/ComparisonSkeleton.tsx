import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  heading: { fontWeight: 'bold' },
}));

/** Where what a switch would do will stand; not read out. */
export const ComparisonSkeleton = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const heading = (text: string) => (
    <Typography variant="body2" className={classes.heading} gutterBottom>
      {text}
    </Typography>
  );
  return (
    <div className={classes.root} aria-hidden>
      <div>
        <Placeholder width="70%" />
        <Placeholder width="55%" />
        <Placeholder width="60%" />
      </div>
      <div>
        {heading(t('preflight.title'))}
        <Placeholder width={320} />
        <Placeholder width="80%" />
      </div>
      <div>
        {heading(t('preview.valuesChange'))}
        <Placeholder width={360} />
      </div>
      <div>
        {heading(t('preview.manifests'))}
        <Placeholder variant="h6" width="100%" />
        <Placeholder variant="h6" width="100%" />
        <Placeholder variant="h6" width="100%" />
      </div>
    </div>
  );
};
