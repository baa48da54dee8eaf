import { SwitchChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { useResolvedPath } from 'react-router-dom';

/** The page of a preview, below the tab. */
export const PREVIEW_ROUTE = 'preview/:target/:switch';

/** The page that prepares a chart of a target, below the tab. */
export const PREPARATION_ROUTE = 'preparation/:target';

/** The path of the tab, from any of its pages: each is a route right below it. */
export function useTabPath(): string {
  return useResolvedPath('..').pathname;
}

/** The path of the page that previews a change of a target's switch. */
export function usePreviewPath(): (
  target: string,
  change: SwitchChange,
) => string {
  const tab = useTabPath().replace(/\/$/, '');
  return useCallback(
    (target, change) =>
      `${tab}/preview/${encodeURIComponent(target)}/${encodeURIComponent(
        change.switch,
      )}?enabled=${change.enabled}`,
    [tab],
  );
}

/** The path of the page that prepares a chart of a target; without a chart, the page knows which, or asks. */
export function usePreparationPath(): (
  target: string,
  chart?: string,
) => string {
  const tab = useTabPath().replace(/\/$/, '');
  return useCallback(
    (target, chart) =>
      `${tab}/preparation/${encodeURIComponent(target)}${
        chart === undefined ? '' : `?chart=${encodeURIComponent(chart)}`
      }`,
    [tab],
  );
}
