import { createContext, MutableRefObject } from 'react';

/**
 * The switch whose preview was shown last, until the focus is back on what opened it: who comes back from the page goes
 * on where they left the tab.
 */
export const LastPreview = createContext<
  MutableRefObject<{ target: string; switch: string } | undefined>
>({ current: undefined });
