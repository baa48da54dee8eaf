import { createContext, MutableRefObject } from 'react';

/**
 * What was shown last instead of the tab, until the focus is back on what opened it: who comes back from the page goes on
 * where they left the tab.
 */
export const LastPreview = createContext<
  MutableRefObject<
    | {
        target: string;
        /** That of a preview; absent of the preparation of a chart. */
        switch?: string;
      }
    | undefined
  >
>({ current: undefined });
