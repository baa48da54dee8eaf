import { fileReasonTexts } from './fileReasonTexts';
import { textReasonTexts } from './textReasonTexts';
import { chartReasonTexts } from './chartReasonTexts';
import { chartRepositoryReasonTexts } from './chartRepositoryReasonTexts';
import { kustomizationReasonTexts } from './kustomizationReasonTexts';
import { sourceReasonTexts } from './sourceReasonTexts';
import { toolReasonTexts } from './toolReasonTexts';
import { editReasonTexts } from './editReasonTexts';
import { overlayReasonTexts } from './overlayReasonTexts';
import { preflightReasonTexts } from './preflightReasonTexts';
import { projectReasonTexts } from './projectReasonTexts';
import { repositoryReasonTexts } from './repositoryReasonTexts';

/** Why something cannot be done, in a sentence each. */
export const reasonTexts = {
  ...fileReasonTexts,
  ...textReasonTexts,
  ...chartReasonTexts,
  ...chartRepositoryReasonTexts,
  ...kustomizationReasonTexts,
  ...sourceReasonTexts,
  ...toolReasonTexts,
  ...editReasonTexts,
  ...overlayReasonTexts,
  ...preflightReasonTexts,
  ...projectReasonTexts,
  ...repositoryReasonTexts,
} as const;
