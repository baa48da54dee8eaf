import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutStatus,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../../api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Actions } from './Actions';
import { Commands } from '../Commands/Commands';
import { isPausedByHand } from '../Commands/isPausedByHand';
import { ownershipOf } from './ownershipOf';

export interface WhatToDoProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  rollout: RolloutStatus;
  /** Whether what is shown could not be renewed, so that it cannot show what an action has done. */
  stale?: boolean;
  /** Asks for what runs. */
  refresh: () => void;
}

/** What can be done to a Rollout: here by those who may, with commands by all others. */
export const WhatToDo = ({
  reference,
  target,
  rollout,
  stale,
  refresh,
}: WhatToDoProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const permission = useEntityPermission(rolloutUpdatePermission);
  if (rollout.kind !== 'Rollout' || permission.loading) {
    return null;
  }
  const ownership = ownershipOf(rollout, target);
  const enabled = target.enabled?.actions ?? true;
  const whyNotHere = () => {
    if (!enabled) {
      return t('actions.switchedOff');
    }
    switch (ownership.state) {
      case 'owned':
        return t('actions.notPermitted');
      case 'other':
        return t('actions.notOwned', {
          switch: ownership.switch ?? t('actions.unknownSwitch'),
        });
      case 'unproven':
        return t('actions.noApplication');
      case 'pending':
        return t('actions.ownershipPending');
      default:
        return ownership satisfies never;
    }
  };
  return (
    <>
      {/* Before its controller has acted on it, nothing goes back yet. */}
      {rollout.abort?.at !== undefined && (
        <Typography variant="body2">
          {t(
            isPausedByHand(rollout)
              ? 'whatToDo.abortedPausedNote'
              : 'whatToDo.abortedNote',
          )}
        </Typography>
      )}
      {enabled && permission.allowed && ownership.state === 'owned' ? (
        <Actions
          reference={reference}
          target={target}
          rollout={rollout}
          stale={stale}
          refresh={refresh}
        />
      ) : (
        <Commands rollout={rollout} target={target} because={whyNotHere()} />
      )}
    </>
  );
};
