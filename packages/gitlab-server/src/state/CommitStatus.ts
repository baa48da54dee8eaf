/** A status of a commit: of a CI job, or reported from outside. */
export interface CommitStatus {
  name: string;
  status:
    | 'pending'
    | 'running'
    | 'success'
    | 'failed'
    | 'canceled'
    | 'skipped'
    | 'manual';
  allowFailure?: boolean;
  url: string | null;
}
