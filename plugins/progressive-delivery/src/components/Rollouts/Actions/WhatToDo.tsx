import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryTargetSummary,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { TargetReference } from '../../../api';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Actions } from './Actions';
import { Commands } from '../Commands/Commands';
import { isPausedByHand } from '../Commands/isPausedByHand';
import { useAuthority } from './useAuthority';

export interface WhatToDoProps {
  reference: TargetReference;
  target: DeliveryTargetSummary;
  rollout: RolloutStatus;
  /** Whether what is shown could not be renewed, so that it cannot show what an action has done. */
  stale?: boolean;
  /** Why there are only commands, where that is told for several Rollouts already. */
  refusalTold?: string;
  /** Asks for what runs. */
  refresh: () => void;
}

/** What can be done to a Rollout: here by those who may, with commands by all others. */
export const WhatToDo = ({
  reference,
  target,
  rollout,
  stale,
  refusalTold,
  refresh,
}: WhatToDoProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const authority = useAuthority(target)(rollout);
  if (rollout.kind !== 'Rollout' || authority.state === 'loading') {
    return null;
  }
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
      {authority.state === 'given' ? (
        <Actions
          reference={reference}
          target={target}
          rollout={rollout}
          stale={stale}
          refresh={refresh}
        />
      ) : (
        <Commands
          rollout={rollout}
          target={target}
          because={
            authority.ofSeveral === refusalTold ? undefined : authority.because
          }
        />
      )}
    </>
  );
};
