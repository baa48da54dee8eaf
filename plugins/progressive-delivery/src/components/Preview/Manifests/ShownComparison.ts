import {
  Comparison,
  SeenComparison,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { createContext, useContext, useMemo } from 'react';
import { TargetReference } from '../../../api';
import { useTargetReference } from '../../../hooks/useTargetReference';
import { PatchLayout } from './Patch/PatchTable';

/** The ways to show what differs. */
export const manifestViews = [
  'fields',
  'unified',
  'split',
] as const satisfies readonly ('fields' | PatchLayout)[];

/** How what differs is shown. */
export type ManifestView = (typeof manifestViews)[number];

/** The comparison that is shown, for those who ask for more of it. */
export interface ShownComparison {
  reference: TargetReference;
  seen: SeenComparison;
  /** Whether values are hidden that a permission shows. */
  masked: boolean;
  /** Asks for it anew: by now it would be another one. */
  onPreviewAgain: () => void;
  /** How what differs is shown; only documents that are unfolded care. */
  view: ManifestView;
}

export const ShownComparisonContext = createContext<
  ShownComparison | undefined
>(undefined);

/** The same object as long as it stands for the same. */
export function useComparisonToShow(
  comparison: Comparison,
  { onPreviewAgain, view }: Pick<ShownComparison, 'onPreviewAgain' | 'view'>,
): ShownComparison {
  const reference = useTargetReference(comparison.target);
  const {
    digest,
    enabled,
    masked,
    profile: { id: profile },
    switch: switchId,
  } = comparison;
  const seen = useMemo(
    () => ({ switch: switchId, enabled, digest, profile }),
    [switchId, enabled, digest, profile],
  );
  return useMemo(
    () => ({
      reference,
      seen,
      masked,
      onPreviewAgain,
      view,
    }),
    [reference, seen, masked, onPreviewAgain, view],
  );
}

/** The one in context. */
export function useShownComparison(): ShownComparison {
  const shown = useContext(ShownComparisonContext);
  if (!shown) {
    throw new Error('There is no comparison in context');
  }
  return shown;
}
