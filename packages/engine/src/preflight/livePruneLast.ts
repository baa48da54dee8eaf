import {
  LivePruneLast,
  UncheckedContent,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isPrunedLast } from './checks/application/syncOptions';
import { pruneLastLive } from './checks/application/pruneLastLive';
import { Pieces, PieceReaders } from './gathering/Pieces';

/** A workload, by what it is called. */
export interface NamedWorkload {
  namespace: string;
  name: string;
}

/**
 * Whether the Deployments and Rollouts that run are pruned last.
 *
 * @param workloads - those that are looked at
 * @returns `undefined` where none of them runs
 */
export async function livePruneLast(
  workloads: readonly NamedWorkload[],
  readers: PieceReaders<'application' | 'workloads'>,
): Promise<LivePruneLast | undefined> {
  const [application, live] = await Promise.all([
    readers.application(),
    readers.workloads(),
  ]);
  if (live.state === 'unknown') {
    return { state: 'unknown', workloads: [], unchecked: said(live.reasons) };
  }
  const options =
    application.state === 'known'
      ? application.value.spec.syncPolicy?.syncOptions ?? []
      : [];
  const running = live.value.filter(({ metadata }) =>
    workloads.some(
      ({ name, namespace }) =>
        metadata.name === name && metadata.namespace === namespace,
    ),
  );
  const lacking = running.filter(
    ({ metadata }) => !isPrunedLast(metadata, options),
  );
  if (running.length === 0 && live.gaps.length === 0) {
    return undefined;
  }
  if (lacking.length > 0 && application.state === 'unknown') {
    // It may have the option for all that it delivers.
    return {
      state: 'unknown',
      workloads: [],
      unchecked: said([...application.reasons, ...live.gaps]),
    };
  }
  return {
    state: stateOf(lacking, live.gaps),
    workloads: lacking.map(({ metadata: { name, namespace = '' } }) => ({
      namespace,
      name,
    })),
    unchecked: said(live.gaps),
  };
}

function stateOf(
  lacking: Pieces['workloads'],
  gaps: UncheckedContent[],
): LivePruneLast['state'] {
  if (lacking.length > 0) {
    return 'missing';
  }
  return gaps.length > 0 ? 'unknown' : 'live';
}

function said(reasons: UncheckedContent[]): LivePruneLast['unchecked'] {
  return reasons.map(reason => ({
    id: pruneLastLive.id,
    ...uncheckedMessage(reason),
  }));
}
