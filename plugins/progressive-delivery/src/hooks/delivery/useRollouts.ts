import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { RolloutsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { TargetReference } from '../../api';
import { joinSentences } from '../../texts/joinSentences';
import { Polled } from '../../polling/Polled';
import {
  SnapshotFailure,
  TargetSnapshot,
} from '../../streaming/TargetSnapshot';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { useEntityRollouts } from './useEntityRollouts';
import { useMessageText } from '../texts/useMessageText';
import { Polling } from '../requests/usePolling';

export interface FollowedRollouts extends Polling<RolloutsResponse> {
  /** Whether every change is shown as it happens, so that the age of the data does not matter. */
  live: boolean;
  /** Milliseconds by which this browser's clock is ahead of the backend's. */
  clockAhead: number;
}

type Translate = TranslationFunction<
  typeof progressiveDeliveryTranslationRef.T
>;

interface Texts {
  t: Translate;
  messageText: ReturnType<typeof useMessageText>;
}

function sentence(failure: SnapshotFailure, { messageText, t }: Texts): string {
  switch (failure.reason) {
    case 'silent':
      return t('rollouts.silent');
    case 'closed':
      return t('rollouts.closed');
    case 'signed-out':
      return t('rollouts.signedOut');
    case 'unwatched':
      return (
        joinSentences(
          failure.problems.map(problem => messageText('problem', problem)),
        ) || t('rollouts.unwatched')
      );
    case 'failed':
      return failure.problem
        ? messageText('problem', failure.problem)
        : failure.message;
    default:
      return failure satisfies never;
  }
}

function toPolled(
  snapshot: TargetSnapshot,
  texts: Texts,
): Polled<RolloutsResponse> {
  switch (snapshot.state) {
    case 'loading':
      return snapshot;
    case 'failed':
      return {
        state: 'failed',
        error: new Error(sentence(snapshot.failure, texts)),
      };
    case 'loaded': {
      const { state, value, receivedAt, failure } = snapshot;
      return {
        state,
        value,
        receivedAt,
        failure: failure && new Error(sentence(failure, texts)),
      };
    }
    default:
      return snapshot satisfies never;
  }
}

/**
 * What runs of a target, as it changes. `reference` is memoized by the caller; the answer stays the same object as long as
 * nothing of this target has changed.
 */
export function useRollouts({
  entity,
  target,
}: TargetReference): FollowedRollouts {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const messageText = useMessageText();
  const rollouts = useEntityRollouts(entity);
  const subscribe = useCallback(
    (listener: () => void) => rollouts.subscribe(target, listener),
    [rollouts, target],
  );
  const snapshot = useSyncExternalStore(subscribe, () =>
    rollouts.snapshot(target),
  );
  return useMemo(
    () => ({
      polled: toPolled(snapshot, { t, messageText }),
      live: snapshot.state === 'loaded' && snapshot.live,
      clockAhead: snapshot.state === 'loaded' ? snapshot.clockAhead : 0,
      refresh: rollouts.refresh,
    }),
    [snapshot, t, messageText, rollouts],
  );
}
