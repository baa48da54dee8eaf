import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { progressiveDeliveryTranslationRef } from '../../../translation';

/** Which context a command is run in: Backstage knows what it calls the cluster, not what somebody's kubeconfig does. */
export const CommandContext = ({
  cluster,
}: {
  /** Absent where Backstage has no name for it. */
  cluster: string | undefined;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return (
    <Typography variant="caption" color="textSecondary" component="p">
      {cluster === undefined
        ? t('commands.noContext')
        : t('commands.context', { cluster })}
    </Typography>
  );
};
