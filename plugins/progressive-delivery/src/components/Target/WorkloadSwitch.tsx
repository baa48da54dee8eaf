import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import { DeliverySwitch } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { VisuallyHidden } from '../../ui/VisuallyHidden';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', display: 'inline-flex', alignItems: 'center' },
  icon: { color: theme.palette.text.secondary },
}));

export interface WorkloadSwitchProps {
  workload: string;
  deliverySwitch: DeliverySwitch;
  /** Why it cannot be used; absent where it can. */
  reason?: string;
  onToggle: () => void;
}

/**
 * The toggle of a workload. One that cannot be used is skipped by the keyboard, as disabled controls are, so its reason
 * hangs on something around it that is not.
 */
export const WorkloadSwitch = ({
  workload,
  deliverySwitch,
  reason,
  onToggle,
}: WorkloadSwitchProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const reasonId = useId();
  const usable = reason === undefined;
  return (
    <Tooltip title={reason ?? ''}>
      <span
        className={classes.root}
        tabIndex={usable ? undefined : 0}
        role="group"
        aria-label={reason}
      >
        {!usable && (
          <>
            <InfoIcon className={classes.icon} fontSize="small" aria-hidden />
            <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>
          </>
        )}
        <Switch
          size="small"
          color="primary"
          checked={deliverySwitch.enabled}
          disabled={!usable}
          onChange={onToggle}
          inputProps={{
            'aria-label': t('workloads.toggle', { name: workload }),
            'aria-describedby': usable ? undefined : reasonId,
          }}
        />
      </span>
    </Tooltip>
  );
};
