import { createContext } from 'react';
import { goToPanel } from './panelId';

/** The way to a panel of a target, which is unfolded for that; `panel` is of `panelId`. */
export const GoToPanel = createContext<(target: string, panel: string) => void>(
  (_target, panel) => goToPanel(panel),
);
