import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** How new revisions go out, and whose pods they are. */
export const Strategy = ({
  rollout: { strategy, trafficRouters = [], workloadRef },
}: {
  rollout: Pick<RolloutStatus, 'strategy' | 'trafficRouters' | 'workloadRef'>;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const name =
    strategy === 'canary' && trafficRouters.length > 0
      ? t('strategy.canaryRouted', { routers: trafficRouters.join(', ') })
      : t(`strategy.${strategy}`);
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      {workloadRef
        ? `${name}, ${t('strategy.workloadRef', workloadRef)}`
        : name}
    </Typography>
  );
};
