import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ManifestView, manifestViews } from './ShownComparison';

/** How manifests are shown, and which. */
interface ManifestQuery {
  view: ManifestView;
  /** Empty: all of them. */
  filter: string;
}

/** What goes without saying. */
const usual: ManifestQuery = { view: 'fields', filter: '' };

/** What the URL says of the manifests, and how to change it; what it says of other things stays. */
export function useManifestQuery(): ManifestQuery & {
  change: (to: Partial<ManifestQuery>) => void;
} {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (to: Partial<ManifestQuery>) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          for (const name of ['view', 'filter'] as const) {
            const value = to[name] ?? before.get(name) ?? usual[name];
            if (value === usual[name]) {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        },
        // The same preview: going back leaves it.
        { replace: true },
      ),
    [setParams],
  );
  return {
    view: manifestViews.find(each => each === params.get('view')) ?? usual.view,
    filter: params.get('filter') ?? usual.filter,
    change,
  };
}
