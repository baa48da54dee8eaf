import {
  RolloutStatus,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { GalleryState } from '../GalleryState';
import { RecordedStatuses } from '../wire/recordedStatuses';
import { conflictOf } from '../wire/conflictOf';
import { streamOf, targetWith } from '../wire/targetWith';

const PAUSED = 'recorded/step-1-paused';
const ROUTED = 'recorded/routed-paused';
const BLUE_GREEN = 'recorded/blue-green-paused';
const ABORTED = 'recorded/aborted-at-step-2';
const DONE = 'recorded/all-steps-done';

export const actionScenarios = [PAUSED, ROUTED, BLUE_GREEN, ABORTED, DONE];

type Presses = Exclude<GalleryState['press'], undefined>;

const button = (name: RegExp): Presses[number] => ({ role: 'button', name });
const PROMOTE = button(/^Promote$/);
const COMMAND = button(/^Or run it yourself$/);
/** Backstage's page of a component has a button of this name, too. */
const MORE: Presses[number] = {
  ...button(/^More actions$/),
  group: 'Actions for web',
};
const chosen = (name: RegExp): Presses => [MORE, { role: 'menuitem', name }];

/** What can be done to a Rollout: what is said before, and what comes of it. */
export function actionStates(recorded: RecordedStatuses): GalleryState[] {
  const running = (status: RolloutStatus) => {
    const target = targetWith([status]);
    return {
      targets: { body: { targets: [target], unusable: [] } },
      rollouts: { body: streamOf([{ target, workloads: [status] }]) },
    };
  };
  const of = (scenario: string) => running(recorded.status(scenario, 'web'));
  const paused = recorded.status(PAUSED, 'web');
  return [
    {
      id: 'action-promote',
      title: 'What a promotion will do, before it is done',
      shows: /^Continues with step /,
      ...of(PAUSED),
      press: [PROMOTE],
    },
    {
      id: 'action-promote-routed',
      title: 'What a promotion will do to traffic that is routed',
      shows: /^The canary then gets /,
      ...of(ROUTED),
      press: [PROMOTE],
    },
    {
      id: 'action-promote-blue-green',
      title: 'What a promotion will do to blue-green, and its command',
      shows: /^The context is named /,
      ...of(BLUE_GREEN),
      press: [PROMOTE, COMMAND],
    },
    {
      id: 'action-promote-unread',
      title: 'A promotion of what could not be read',
      shows: /could not be read\.$/,
      ...running({ ...paused, revisions: [], unread: ['replicaSets'] }),
      press: [PROMOTE],
    },
    {
      id: 'action-retry',
      title: 'What a retry will do, before it is done',
      shows: / is rolled out again, /,
      ...of(ABORTED),
      press: [button(/^Retry$/)],
    },
    {
      id: 'action-restart',
      title: 'What a restart will do, before it is done',
      shows: / pods are replaced, /,
      ...of(DONE),
      press: chosen(/^Restart/),
    },
    {
      id: 'action-undo',
      title: 'Why undo is not offered, and its command',
      shows: /^The context is named /,
      ...of(DONE),
      press: [...chosen(/^Undo/), COMMAND],
    },
    {
      id: 'action-menu',
      title:
        'All other actions, with the reasons of those that cannot be taken',
      shows: /^Argo CD would undo this/,
      ...of(PAUSED),
      press: [MORE],
    },
    {
      id: 'action-refused',
      title: 'An action that was refused, because the Rollout has changed',
      shows: 'Nothing was changed',
      ...of(PAUSED),
      acting: conflictOf({
        id: 'rolloutChanged',
        parameters: {
          name: 'web',
          change: toMessage('rolloutChange', {
            id: 'steps',
            parameters: { done: 2, seen: 1 },
          }),
        },
      }),
      press: [PROMOTE, PROMOTE],
    },
    {
      id: 'action-accepted',
      title: 'An action that the cluster has accepted and does not show yet',
      shows: 'Promote: accepted by the cluster.',
      ...of(PAUSED),
      acting: { body: { notes: [] } },
      press: [PROMOTE, PROMOTE],
    },
    {
      id: 'action-commands',
      title: 'All commands, for somebody who may not act',
      shows: / undo web /,
      ...of(PAUSED),
      denied: ['progressive-delivery.rollout.update'],
      press: [button(/^More commands$/)],
    },
    {
      id: 'action-commands-settled',
      title: 'Commands of what is well, for somebody who may not act',
      shows: / restart web /,
      ...of(DONE),
      denied: ['progressive-delivery.rollout.update'],
      press: [button(/^kubectl commands$/)],
    },
  ];
}
