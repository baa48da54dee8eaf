import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';
import { applicationFindingTexts } from './applicationFindingTexts';
import { clusterFindingTexts } from './clusterFindingTexts';
import { renderedFindingTexts } from './renderedFindingTexts';
import { surroundingFindingTexts } from './surroundingFindingTexts';

export const findingTexts = {
  ...renderedFindingTexts,
  ...applicationFindingTexts,
  ...clusterFindingTexts,
  ...surroundingFindingTexts,
} satisfies Translation<typeof english.finding>;
