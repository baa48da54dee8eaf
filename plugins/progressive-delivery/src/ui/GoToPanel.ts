import { createContext } from 'react';
import { goToPanel } from './panelId';

/** What is gone to; `panel` and `place` as in `goToPanel`. */
export interface PanelGoal {
  /** Whose panel it is, which is unfolded for that; absent for what is of none. */
  target?: string;
  panel: string;
  place?: string;
}

/** The way to a panel. */
export const GoToPanel = createContext<(goal: PanelGoal) => void>(
  ({ panel, place }) => goToPanel(panel, place),
);
