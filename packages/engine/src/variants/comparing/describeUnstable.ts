import { Comparison } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Masker } from '../secrets/Masker';
import { UnstableDocument } from './compareVariants';

const MOST_DOCUMENTS = 100;
const MOST_PATHS = 20;

/** What is not the same each time it is rendered, as people are shown it: where, and no values. */
export function describeUnstable(
  unstable: readonly UnstableDocument[],
  masker: Masker,
): Comparison['unstable'] {
  return unstable.slice(0, MOST_DOCUMENTS).map(({ document, paths }) => ({
    object: masker.reference(document),
    paths: masker.paths(document, paths.slice(0, MOST_PATHS)),
  }));
}
