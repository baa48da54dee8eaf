import { Application } from '../../targets/applications/application';
import { known, Known, unknown } from './Known';

/** What Argo CD makes of an Application that it has compared. */
export interface ApplicationStatus {
  /** `Synced`, `OutOfSync` or `Unknown`. */
  sync: string;
  /** Such as `Healthy`. */
  health: { status: string; message: string };
  /** Such as `Running`; absent where nothing was ever synced. */
  operation: { phase: string; message: string } | undefined;
  /** What it warns of. */
  conditions: { type: string; message: string }[];
}

/** Not known before Argo CD has looked at the Application for the first time. */
export function applicationStatus({
  status,
}: Application): Known<ApplicationStatus> {
  if (!status?.sync) {
    return unknown({ message: 'notCompared', parameters: {} });
  }
  const { conditions, health, operationState, sync } = status;
  return known({
    sync: sync.status,
    health: {
      status: health?.status || 'Unknown',
      message: health?.message ?? '',
    },
    operation: operationState && {
      phase: operationState.phase,
      message: operationState.message ?? '',
    },
    conditions: conditions ?? [],
  });
}
