import {
  RolloutAction,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { RefObject, useEffect, useRef, useState } from 'react';
import { sameState } from './sameState';

/** From the choice of an action until the Rollout shows what it has done. */
export interface Acting {
  /** Whose dialog is drawn. */
  chosen?: RolloutAction | 'undo';
  choose: (action: RolloutAction | 'undo') => void;
  dialog: { open: boolean; onClose: () => void; onExited: () => void };
  /** To tell when the cluster has taken what was chosen. */
  onDone: (seen: RolloutStatus) => void;
  /** What the cluster has taken and the Rollout does not show yet. */
  pending?: { action: RolloutAction; seen: RolloutStatus };
}

/**
 * @param options.place - takes the focus where the button that opened the dialog is gone with what it was for
 * @param options.stale - whether what is shown could not be renewed, so that it cannot show what an action has done
 * @param options.refresh - asks for what runs
 */
export function useActing(
  rollout: RolloutStatus,
  {
    place,
    stale,
    refresh,
  }: { place: RefObject<HTMLElement>; stale: boolean; refresh: () => void },
): Acting {
  const [chosen, setChosen] = useState<RolloutAction | 'undo'>();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Acting['pending']>();

  // Until the Rollout shows that it has changed, whoever acts again would act on what is no longer. It shows nothing once
  // the stream is broken; the backend then refuses what is for another state.
  const isPending =
    done !== undefined && !stale && sameState(done.seen, rollout);

  const wasChosen = useRef(false);
  useEffect(() => {
    if (
      wasChosen.current &&
      !chosen &&
      document.activeElement === document.body
    ) {
      place.current?.focus();
    }
    wasChosen.current = chosen !== undefined;
  }, [chosen, place]);

  return {
    chosen,
    choose: action => {
      setChosen(action);
      setOpen(true);
    },
    dialog: {
      open,
      onClose: () => setOpen(false),
      onExited: () => setChosen(undefined),
    },
    onDone: seen => {
      if (chosen !== undefined && chosen !== 'undo') {
        setDone({ action: chosen, seen });
      }
      setOpen(false);
      refresh();
    },
    pending: isPending ? done : undefined,
  };
}
