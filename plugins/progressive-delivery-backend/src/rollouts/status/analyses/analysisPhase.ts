import {
  AnalysisPhase,
  analysisPhaseSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const COMPLETED = new Set<AnalysisPhase>([
  'Successful',
  'Failed',
  'Error',
  'Inconclusive',
]);

/** A phase as an object has it; what has none yet is pending. */
export function analysisPhase(phase: string | undefined): AnalysisPhase {
  return phase === undefined
    ? 'Pending'
    : analysisPhaseSchema.safeParse(phase).data ?? 'Unknown';
}

/** Whether it will not change any more (`AnalysisPhase.Completed`, argo-rollouts v1.10). */
export function isCompleted(phase: AnalysisPhase): boolean {
  return COMPLETED.has(phase);
}
