import { applicationFindingTexts } from './applicationFindingTexts';
import { clusterFindingTexts } from './clusterFindingTexts';
import { renderedFindingTexts } from './renderedFindingTexts';
import { surroundingFindingTexts } from './surroundingFindingTexts';

/**
 * What preflight checks say: what was `seen`, `why` it matters, the `remedy`, and the `code` for it: lines to add or a
 * command to run.
 */
export const findingTexts = {
  ...renderedFindingTexts,
  ...applicationFindingTexts,
  ...clusterFindingTexts,
  ...surroundingFindingTexts,
} as const;
