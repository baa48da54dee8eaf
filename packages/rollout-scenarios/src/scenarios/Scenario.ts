import type { Stage } from '../play/Stage';

/** One state of a Rollout, and how the real controller comes to it. */
export interface Scenario {
  /** Names the folder of the record, and the namespace unless that is given. */
  name: string;
  /** Of two clusters the second; the first otherwise. */
  cluster?: 'second';
  namespace?: string;
  /** Brings the Rollout to the state that is recorded. */
  play(stage: Stage): Promise<void>;
  /** What happens once the controller has been ended, before the record is taken. */
  withoutController?(stage: Stage): Promise<void>;
}
