import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useClock } from '../../../hooks/time/useClock';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';

const useStyles = makeStyles({
  root: { fontVariantNumeric: 'tabular-nums' },
});

/** How many pods of a revision are ready; where being ready is not enough yet, also how many are available and when more. */
export const ReadyCount = ({ revision }: { revision: RevisionStatus }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts } = useListFormat();
  const clock = useClock();
  const { available, desired, pods, ready } = revision;
  const [next] = pods
    .flatMap(({ availableAt }) => availableAt ?? [])
    .filter(at => clock.until(at) !== undefined)
    .sort();
  const remaining = next === undefined ? undefined : clock.until(next);
  return (
    <Typography variant="body2" className={classes.root}>
      {facts([
        t('rollout.ready', { ready, desired }),
        ...(available < ready ? [t('rollout.available', { available })] : []),
        ...(available < ready && remaining !== undefined
          ? [t('rollout.nextAvailable', { remaining })]
          : []),
      ])}
    </Typography>
  );
};
