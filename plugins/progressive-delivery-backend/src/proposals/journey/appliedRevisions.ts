import { Application } from '@progressive-delivery/engine';

/** What Argo CD has applied in one whole sync. */
export interface AppliedRevision {
  /** One for each source, in their order. */
  commits: string[];
  /** ISO 8601. */
  at?: string;
}

interface Revisions {
  revision?: string;
  revisions?: string[] | null;
}

/** The revisions of one sync, one for each source. */
export function commitsOf(of: Revisions | null | undefined): string[] {
  if (of?.revisions?.length) {
    return of.revisions;
  }
  return of?.revision ? [of.revision] : [];
}

/**
 * What was applied, latest first: the history, which holds whole syncs that succeeded, or, where the Application keeps
 * none, the latest sync. What undoes drift is in neither.
 */
export function appliedRevisions({ status }: Application): AppliedRevision[] {
  const history = (status?.history ?? []).flatMap(entry => {
    const commits = commitsOf(entry);
    return commits.length > 0 ? [{ commits, at: entry.deployedAt }] : [];
  });
  if (history.length > 0) {
    return history.reverse();
  }
  const { finishedAt, phase, syncResult } = status?.operationState ?? {};
  const commits = commitsOf(syncResult);
  return phase === 'Succeeded' && commits.length > 0
    ? [{ commits, at: finishedAt ?? undefined }]
    : [];
}
