import { isError } from '@backstage/errors';
import {
  ApplicationTarget,
  problemOf,
  VariantService,
} from '@progressive-delivery/engine';
import { ArgoCdConfig } from '../../config';
import { applicationState } from '../../targets/applications/applicationState';
import { applicationUrl } from '../../targets/applications/applicationUrl';
import { appliedChange, Holds } from './appliedChange';
import { appliedRevisions, commitsOf } from './appliedRevisions';
import { appliedOfHydrated, hydratedChange } from './hydratedChange';
import { ArgoCdEvidence, MovedWorkloads } from './JourneySurroundings';
import { other } from './movedStatuses';

/** A merged change whose way through Argo CD is told. */
export interface MergedChange {
  switch: string;
  enabled: boolean;
  /** ISO 8601. */
  mergedAt?: string;
  moved: MovedWorkloads;
}

export interface ArgoCdReaderOptions {
  variants: Pick<VariantService, 'switchesAt'>;
  config: { argocd: Pick<ArgoCdConfig, 'name' | 'url'>[] };
}

/** Tells how far Argo CD is with a change, by what the revisions that it names hold. */
export class ArgoCdReader {
  static create(options: ArgoCdReaderOptions): ArgoCdReader {
    return new ArgoCdReader(options);
  }

  private constructor(private readonly options: ArgoCdReaderOptions) {}

  async read(
    target: ApplicationTarget,
    change: MergedChange,
    { signal }: { signal?: AbortSignal },
  ): Promise<ArgoCdEvidence> {
    const { application } = target;
    const { operationState, sourceHydrator } = application.status ?? {};
    const holds = this.holdsOf(target, change, signal);
    const applied = appliedRevisions(application);
    const isHydrated = application.spec.sourceHydrator !== undefined;
    const hydrated = isHydrated
      ? await hydratedChange(sourceHydrator ?? {}, holds)
      : undefined;
    const automated = application.spec.syncPolicy?.automated;
    const syncs = Boolean(automated) && automated?.enabled !== false;
    const state = applicationState(target);
    return {
      application: application.metadata.name,
      url: applicationUrl(target, this.options.config.argocd),
      syncs,
      prunes: syncs && automated?.prune === true,
      hydrated,
      applied: hydrated
        ? appliedOfHydrated(hydrated, applied.at(0))
        : await appliedChange(applied, { holds, mergedAt: change.mergedAt }),
      syncing:
        operationState?.phase === 'Running'
          ? await syncing(operationState, isHydrated ? undefined : holds)
          : undefined,
      prunedAt: prunedAt(target, change),
      problem: state.sync === 'Synced' ? undefined : state.message,
    };
  }

  /** Revisions are asked for once, however often they are named. */
  private holdsOf(
    target: ApplicationTarget,
    change: MergedChange,
    signal: AbortSignal | undefined,
  ): Holds {
    const asked = new Map<string, ReturnType<Holds>>();
    const ask: Holds = async commits => {
      try {
        const switches = await this.options.variants.switchesAt(
          target,
          commits,
          { signal },
        );
        // A switch that is not there yet is off.
        return (switches.get(change.switch) ?? false) === change.enabled;
      } catch (error) {
        signal?.throwIfAborted();
        if (!isError(error)) {
          throw error;
        }
        return problemOf(error, 'gitUnreadable');
      }
    };
    return commits => {
      const key = commits.join(' ');
      const answer = asked.get(key) ?? ask(commits);
      asked.set(key, answer);
      return answer;
    };
  }
}

type OperationState = NonNullable<
  NonNullable<ApplicationTarget['application']['status']>['operationState']
>;

async function syncing(
  { operation, syncResult }: OperationState,
  holds: Holds | undefined,
): Promise<ArgoCdEvidence['syncing']> {
  const named = commitsOf(syncResult);
  const commits = named.length > 0 ? named : commitsOf(operation?.sync);
  return {
    revision: commits.at(0),
    holds:
      commits.length > 0 && holds !== undefined
        ? (await holds(commits)) === true
        : false,
  };
}

/** When the latest sync removed what the change takes away. */
function prunedAt(
  { application }: ApplicationTarget,
  { enabled, moved }: MergedChange,
): string | undefined {
  const { finishedAt, phase, syncResult } =
    application.status?.operationState ?? {};
  const workloads = moved.state === 'known' ? moved.workloads : [];
  const pruned = (syncResult?.resources ?? []).some(
    ({ kind, name, status }) =>
      status === 'Pruned' &&
      kind === other({ enabled }) &&
      workloads.some(workload => workload.name === name),
  );
  return phase === 'Succeeded' && pruned ? finishedAt ?? undefined : undefined;
}
