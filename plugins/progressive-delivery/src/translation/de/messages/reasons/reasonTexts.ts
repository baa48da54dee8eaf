import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';
import { chartReasonTexts } from './chartReasonTexts';
import { chartRepositoryReasonTexts } from './chartRepositoryReasonTexts';
import { editReasonTexts } from './editReasonTexts';
import { fileReasonTexts } from './fileReasonTexts';
import { kustomizationReasonTexts } from './kustomizationReasonTexts';
import { overlayReasonTexts } from './overlayReasonTexts';
import { preflightReasonTexts } from './preflightReasonTexts';
import { projectReasonTexts } from './projectReasonTexts';
import { repositoryReasonTexts } from './repositoryReasonTexts';
import { sourceReasonTexts } from './sourceReasonTexts';
import { textReasonTexts } from './textReasonTexts';
import { toolReasonTexts } from './toolReasonTexts';

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
} satisfies Translation<typeof english.reason>;
