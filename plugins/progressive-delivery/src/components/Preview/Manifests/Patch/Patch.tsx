import { lazy, Suspense } from 'react';
import { Placeholder } from '../../../../ui/Placeholder';
import { PatchTableProps } from './PatchTable';

// Fields are shown first: not everybody reads a diff.
const PatchTable = lazy(() =>
  import('./PatchTable').then(m => ({ default: m.PatchTable })),
);

/** Lines of a diff that are as good as all of it, where it takes their place. */
const MOST_PLACEHOLDERS = 30;

/** A {@link PatchTable}, whose code is loaded with the first one. */
export const Patch = (props: PatchTableProps) => (
  <Suspense
    fallback={props.patch
      .split('\n', MOST_PLACEHOLDERS)
      // Lines have no name but their place.
      // eslint-disable-next-line react/no-array-index-key
      .map((_, index) => (
        <Placeholder key={index} width="100%" />
      ))}
  >
    <PatchTable {...props} />
  </Suspense>
);
