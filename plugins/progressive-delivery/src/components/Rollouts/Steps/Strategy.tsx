import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** How new revisions go out, and whose pods they are. */
export const Strategy = ({
  rollout: { strategy, trafficRouters = [], workloadRef },
}: {
  rollout: Pick<RolloutStatus, 'strategy' | 'trafficRouters' | 'workloadRef'>;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { facts, names } = useListFormat();
  const name =
    strategy === 'canary' && trafficRouters.length > 0
      ? t('strategy.canaryRouted', { routers: names(trafficRouters) })
      : t(`strategy.${strategy}`);
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      {workloadRef
        ? facts([name, t('strategy.workloadRef', workloadRef)])
        : name}
    </Typography>
  );
};
