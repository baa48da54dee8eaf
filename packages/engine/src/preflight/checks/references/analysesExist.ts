import { preflightCheck } from '../preflightCheck';
import { missingReferences, newRollouts } from './missingReferences';
import { analysesNamed } from './rolloutReferences';

/** The AnalysisTemplates that a Rollout names are there: otherwise its controller makes no pods (argo-rollouts v1.10 rollout/controller.go getReferencedAnalysisTemplates). */
export const analysesExist = preflightCheck({
  id: 'analyses-exist',
  severity: 'block',
  pieces: ['analysisTemplates'],
  concerns: change =>
    newRollouts(change).some(({ after }) => analysesNamed(after).length > 0),
  run: (change, { analysisTemplates }) =>
    missingReferences(change, analysisTemplates.value, analysesNamed),
});
