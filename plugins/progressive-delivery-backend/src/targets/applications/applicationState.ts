import { ApplicationState } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Application, ApplicationTarget } from '@progressive-delivery/engine';

type Status = NonNullable<Application['status']>;

/** States of health in which something is wrong. A canary that moves or waits is neither. */
const UNHEALTHY = new Set(['Degraded', 'Missing', 'Unknown']);

/** Characters of what Argo CD says that are kept; a failed sync names every object. */
const KEPT_MESSAGE = 1_000;

/** What Argo CD makes of a target that it delivers. */
export function applicationState({
  application,
  argocd,
}: Pick<ApplicationTarget, 'application' | 'argocd'>): ApplicationState {
  const { metadata, status = {} } = application;
  return {
    argocd,
    namespace: metadata.namespace,
    name: metadata.name,
    sync: status.sync?.status || 'Unknown',
    health: status.health?.status || 'Unknown',
    appliedRevision: appliedRevision(status),
    message: message(status),
  };
}

/**
 * `status.sync.revision` is what was compared, which moves on while an older revision is still being applied. History
 * holds whole operations that succeeded; an operation of our own to undo drift is not added to it, and neither is any
 * where the Application keeps no history.
 */
function appliedRevision({
  history,
  operationState,
}: Status): string | undefined {
  return (
    revisionOf(history?.at(-1)) ??
    (operationState?.phase === 'Succeeded'
      ? revisionOf(operationState.syncResult)
      : undefined)
  );
}

/** Of several sources, the revision that they share. */
function revisionOf(
  applied: { revision?: string; revisions?: string[] | null } | undefined,
): string | undefined {
  const [revision, ...others] = new Set(
    applied?.revisions?.length ? applied.revisions : [applied?.revision],
  );
  return others.length === 0 ? revision || undefined : undefined;
}

function message(status: Status): string | undefined {
  const { conditions, health } = status;
  const said = new Set([
    ...(conditions ?? [])
      .filter(({ type }) => type.endsWith('Error'))
      .map(condition => condition.message),
    failure(status),
    UNHEALTHY.has(health?.status ?? '') ? health?.message : undefined,
  ]);
  const text = Array.from(said, each => each?.trim())
    .filter(Boolean)
    .join('; ');
  if (text === '') {
    return undefined;
  }
  return text.length > KEPT_MESSAGE ? `${text.slice(0, KEPT_MESSAGE)}…` : text;
}

/** Why the last operation failed, or what it is being retried for, unless something else has been compared since. */
function failure({ operationState, sync }: Status): string | undefined {
  if (!operationState) {
    return undefined;
  }
  const { phase, message: said, syncResult } = operationState;
  const failed =
    phase === 'Failed' ||
    phase === 'Error' ||
    (phase === 'Running' && /retrying attempt/i.test(said ?? ''));
  const overtaken =
    phase !== 'Running' &&
    sync?.status === 'Synced' &&
    revisionOf(syncResult) !== undefined &&
    revisionOf(syncResult) !== revisionOf(sync);
  return failed && !overtaken ? said : undefined;
}
