import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  heading: { fontWeight: 'bold' },
}));

/** Where what was proved will stand; not read out. */
export const ProofSkeleton = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const heading = (text: string) => (
    <Typography variant="body2" className={classes.heading} gutterBottom>
      {text}
    </Typography>
  );
  return (
    <div className={classes.root} aria-hidden>
      <Placeholder variant="body1" width="75%" />
      <div>
        {heading(t('preparation.proof'))}
        <Placeholder width="70%" />
        <Placeholder width="80%" />
        <Placeholder width={320} />
      </div>
      <div>
        {heading(t('preparation.switches'))}
        <Placeholder width={420} />
      </div>
      <div>
        {heading(t('preparation.files'))}
        <Placeholder variant="h6" width="100%" />
        <Placeholder variant="h6" width="100%" />
        <Placeholder variant="h6" width="100%" />
      </div>
    </div>
  );
};
