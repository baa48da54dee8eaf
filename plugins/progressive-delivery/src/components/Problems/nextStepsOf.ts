import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

export type NextStep =
  | 'waits'
  | 'cluster'
  | 'account'
  | 'git'
  | 'render'
  | 'project';

/** By the ids of problems that say what is so, and not what one does about it. */
const STEPS: ReadonlyMap<string, NextStep> = new Map([
  ['clusterFailed', 'cluster'],
  ['clusterTimedOut', 'cluster'],
  ['clusterUnreachable', 'cluster'],
  ['clusterStarting', 'waits'],
  ['watchDead', 'waits'],
  ['watchEndedAtOnce', 'waits'],
  ['watchInterrupted', 'waits'],
  ['renderingTooSlow', 'waits'],
  ['forbiddenToUser', 'account'],
  ['gitUnreadable', 'git'],
  ['renderFailed', 'render'],
  ['projectRefusesDestination', 'project'],
  ['projectRefusesNamespace', 'project'],
  ['projectRefusesSources', 'project'],
]);

/** What one does about some problems, each step once. */
export function nextStepsOf(problems: readonly Problem[]): NextStep[] {
  const steps = problems.flatMap(({ id }) => STEPS.get(id) ?? []);
  return [...new Set(steps)];
}
