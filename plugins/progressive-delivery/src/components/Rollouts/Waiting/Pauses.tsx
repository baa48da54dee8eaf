import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PauseStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { usePauseSentence } from './usePauseSentence';

const useStyles = makeStyles(theme => ({
  root: { listStyle: 'none', margin: 0, padding: 0 },
  pause: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1.5),
  },
  sentence: { fontWeight: 'bold', fontVariantNumeric: 'tabular-nums' },
}));

/** All that holds a workload: what it waits for, how much longer, and since when. Each has to end. */
export const Pauses = ({ pauses }: { pauses: PauseStatus[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const clock = useClock();
  const sentenceOf = usePauseSentence();
  if (pauses.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('pause.label')}>
      {pauses.map(pause => (
        <li key={pause.reason} className={classes.pause}>
          <Typography
            variant="body2"
            component="span"
            className={classes.sentence}
          >
            {sentenceOf(pause)}
          </Typography>
          {pause.since !== undefined && (
            <Typography
              variant="body2"
              component="span"
              color="textSecondary"
              title={clock.at(pause.since)}
            >
              {t('pause.since', { since: clock.since(pause.since) })}
            </Typography>
          )}
        </li>
      ))}
    </ul>
  );
};
