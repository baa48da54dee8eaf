import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useErrorSentence } from '../../hooks/texts/useErrorSentence';
import { useTargets } from '../../hooks/delivery/useTargets';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Placeholder } from '../../ui/Placeholder';
import { TargetSummary } from './TargetSummary';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

export interface ProgressiveDeliveryCardProps {
  /** Where the tab is; absent where the app does not show it. */
  tabPath?: string;
}

/** The card on the overview: a line for each target. */
export const ProgressiveDeliveryCard = ({
  tabPath,
}: ProgressiveDeliveryCardProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const errorSentence = useErrorSentence();
  const { polled } = useTargets({ signIn: false });
  const setup = (polled.state === 'loaded' && polled.value.setup) || [];
  return (
    <InfoCard
      title={t('title')}
      deepLink={
        tabPath === undefined
          ? undefined
          : { title: t('card.more'), link: tabPath }
      }
    >
      {polled.state === 'loading' && (
        <div role="status" aria-label={t('card.loading')}>
          <Placeholder width={120} />
          <Placeholder variant="body1" width={220} />
        </div>
      )}
      {polled.state === 'failed' && (
        <Typography variant="body2" role="alert">
          {errorSentence(polled.error)}
        </Typography>
      )}
      {polled.state === 'loaded' && (
        <>
          <ul className={classes.list}>
            {polled.value.targets.map(target => (
              <TargetSummary key={target.id} target={target} />
            ))}
          </ul>
          {setup.length > 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('card.setup', { count: setup.length })}
            </Typography>
          )}
          {polled.value.targets.length +
            polled.value.unusable.length +
            setup.length ===
            0 && (
            <Typography variant="body2" color="textSecondary">
              {t('card.noTargets')}
            </Typography>
          )}
          {polled.value.unusable.length > 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('card.unusable', { count: polled.value.unusable.length })}
            </Typography>
          )}
        </>
      )}
    </InfoCard>
  );
};
