import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useState } from 'react';
import { progressiveDeliveryApiRef, TargetReference } from '../../../api';
import { hasStatusCode } from '../../../errors/hasStatusCode';
import { toError } from '../../../errors/toError';
import { useMessageText } from '../../../hooks/texts/useMessageText';

/** `conflict`: the Rollout is no longer what was seen, or it cannot be done now; nothing was done. */
export type ActionProgress =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'done' }
  | { state: 'failed'; error: Error }
  | { state: 'conflict'; error: Error };

export function useRolloutAction(reference: TargetReference): {
  progress: ActionProgress;
  /** Whether it was done. */
  act: (rollout: RolloutStatus, action: RolloutAction) => Promise<boolean>;
  reset: () => void;
} {
  const api = useApi(progressiveDeliveryApiRef);
  const alertApi = useApi(alertApiRef);
  const messageText = useMessageText();
  const [progress, setProgress] = useState<ActionProgress>({ state: 'idle' });

  const act = useCallback(
    async (rollout: RolloutStatus, action: RolloutAction) => {
      const { name, namespace, seen } = rollout;
      if (!seen) {
        return false;
      }
      setProgress({ state: 'busy' });
      try {
        const { notes } = await api.actOnRollout(
          reference,
          { namespace, name },
          action,
          seen,
        );
        for (const note of notes) {
          alertApi.post({
            message: messageText('note', note),
            severity: 'info',
          });
        }
      } catch (thrown) {
        setProgress({
          state: hasStatusCode(thrown, 409) ? 'conflict' : 'failed',
          error: toError(thrown),
        });
        return false;
      }
      setProgress({ state: 'done' });
      return true;
    },
    [alertApi, api, messageText, reference],
  );

  const reset = useCallback(() => setProgress({ state: 'idle' }), []);
  return { progress, act, reset };
}
