import {
  ContentOf,
  JourneyReason,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { JourneySurroundings, Standing } from './JourneySurroundings';

type Reason = ContentOf<JourneyReason>;

export function current(reason: Reason, problem?: Problem): Standing {
  return { state: 'current', reason: toMessage('journey', reason), problem };
}

export function failed(reason: Reason): Standing {
  return { state: 'failed', reason: toMessage('journey', reason) };
}

/** Nothing is said to be reached without evidence. */
export function unknown(reason: Reason, problem?: Problem): Standing {
  return { state: 'unknown', reason: toMessage('journey', reason), problem };
}

export function clusterUnknown(problem: Problem): Standing {
  return unknown({ id: 'clusterUnknown', parameters: {} }, problem);
}

export function nothingServes({ name }: { name: string }): Standing {
  return failed({ id: 'nothingServes', parameters: { workload: name } });
}

/** Why it is not known what the switch moves, if anything. */
export function whereEffectUnknown({
  moved,
}: Pick<JourneySurroundings, 'moved'>): Standing | undefined {
  if (moved.state === 'unknown') {
    return unknown(
      { id: moved.problem ? 'gitUnknown' : 'effectUnknown', parameters: {} },
      moved.problem,
    );
  }
  return moved.workloads.length === 0
    ? unknown({ id: 'movesNothing', parameters: {} })
    : undefined;
}
