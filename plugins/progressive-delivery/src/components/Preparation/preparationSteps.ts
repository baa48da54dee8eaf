import {
  DeliveryChart,
  DeliverySwitch,
  JourneyStop,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export interface PreparationStep {
  id: 'pull-request' | 'merged' | 'has-switch' | 'prune-last' | 'turn-on';
  state: JourneyStop['state'];
}

/**
 * What has to happen next.
 *
 * - `merge`: the pull request is open
 * - `switch`: it is merged, and the chart that the target renders has no switch yet
 * - `sync`: what runs lacks the sync option PruneLast=true
 * - `look`: nobody can tell whether it does
 * - `turn-on`: everything is in place
 * - `nothing`: the switch is on
 */
export type NextStep =
  | 'merge'
  | 'switch'
  | 'sync'
  | 'look'
  | 'turn-on'
  | 'nothing';

const ORDER = ['pull-request', 'merged', 'prune-last', 'turn-on'] as const;

/** Of the step in {@link ORDER} that is waited for. */
const PLACES: Record<NextStep, number> = {
  merge: ORDER.indexOf('merged'),
  switch: ORDER.indexOf('prune-last'),
  sync: ORDER.indexOf('prune-last'),
  look: ORDER.indexOf('prune-last'),
  'turn-on': ORDER.indexOf('turn-on'),
  nothing: ORDER.length,
};

/**
 * The way of a chart from the pull request that prepares it to its switch. It begins with the switch in a chart that none
 * of ours has prepared, as far as is known.
 *
 * @param switches - those of the chart, as the target has them
 */
export function preparationSteps(
  { proposal, pruneLast, switches: ids }: DeliveryChart,
  switches: readonly Pick<DeliverySwitch, 'enabled'>[],
): { steps: PreparationStep[]; next: NextStep } {
  const next = nextStep();
  const place = PLACES[next];
  const stateOf = (index: number): PreparationStep['state'] => {
    if (index < place) {
      return ORDER[index] === 'prune-last' ? pruneLastBefore() : 'done';
    }
    if (index > place) {
      return 'waiting';
    }
    return next === 'look' ? 'unknown' : 'current';
  };
  const isOurs = ids.length === 0 || proposal?.state === 'merged';
  const isLeftOut = (id: (typeof ORDER)[number]) =>
    id === 'prune-last'
      ? // Where nothing runs, nothing has to be synced first.
        ids.length > 0 && !pruneLast
      : id !== 'turn-on' && !isOurs;
  return {
    next,
    steps: [
      ...(isOurs ? [] : [{ id: 'has-switch', state: 'done' } as const]),
      ...ORDER.flatMap((id, index) =>
        isLeftOut(id) ? [] : [{ id, state: stateOf(index) }],
      ),
    ],
  };

  /** Where the switch is on already. */
  function pruneLastBefore(): PreparationStep['state'] {
    switch (pruneLast?.state) {
      case 'missing':
        return 'waiting';
      case 'unknown':
        return 'unknown';
      default:
        return 'done';
    }
  }

  function nextStep(): NextStep {
    if (ids.length === 0) {
      return proposal?.state === 'merged' ? 'switch' : 'merge';
    }
    if (switches.length > 0 && switches.every(({ enabled }) => enabled)) {
      return 'nothing';
    }
    switch (pruneLast?.state) {
      case 'missing':
        return 'sync';
      case 'unknown':
        return 'look';
      default:
        return 'turn-on';
    }
  }
}
