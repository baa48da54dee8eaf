/** The texts of what can be done to a Rollout. */
export const actionMessages = {
  whatToDo: {
    abortedNote:
      'The stable revision serves all traffic again. Revert or fix the change in Git, or:',
    abortedPausedNote:
      'It was aborted while paused manually: its pods stay as they are until you unpause it.',
  },
  actions: {
    label: 'Actions for {{name}}',
    more: 'More actions',
    notPermitted:
      'You do not have permission to change this Rollout. Ask the owners of this component, or use kubectl:',
    notOwned:
      'This Rollout belongs to the component that owns {{switch}}. Open that component to change it, or use kubectl:',
    unknownSwitch: 'another switch',
    switchedOff:
      'Actions are disabled in this Backstage: progressiveDelivery.actions.enabled is false. Use kubectl instead:',
    ownershipPending:
      'Git is still being rendered, so it is not yet known whether this Rollout belongs to this component. Until then, use kubectl:',
    noApplication:
      'No Argo CD Application shows that this Rollout belongs to this component, so it cannot be changed from here. Use kubectl instead:',
    name: {
      promote: 'Promote',
      unpause: 'Unpause',
      'promote-full': 'Promote fully',
      'skip-step': 'Skip the step',
      abort: 'Abort',
      retry: 'Retry',
      restart: 'Restart',
      pause: 'Pause',
      undo: 'Undo',
    },
    title: '{{action}}: {{kind}} {{name}}',
    canaryPods_one: 'The canary has {{pods}} of {{count}} pod right now.',
    canaryPods_other: 'The canary has {{pods}} of {{count}} pods right now.',
    canaryShare_one:
      'The canary has {{pods}} of {{count}} pod and {{weight}}% of the traffic right now.',
    canaryShare_other:
      'The canary has {{pods}} of {{count}} pods and {{weight}}% of the traffic right now.',
    nextStep: 'Continues with step {{step}} of {{steps}}: {{description}}.',
    lastStep:
      'That was the last of {{steps}} steps: the new revision is fully promoted.',
    promoteBlueGreen: 'The new revision becomes active.',
    promoteCanary: 'The new revision is fully promoted.',
    unpauseAtPause:
      'The Rollout is unpaused, and then waits at this pause step until it is promoted.',
    unpauseAborted:
      'The Rollout is unpaused, so that the abort can scale down the new revision.',
    unpause: 'The Rollout is unpaused.',
    unpauseSkips:
      'The Rollout is unpaused, and its current step counts as completed, as with kubectl.',
    unpauseIdle: 'The Rollout is unpaused: the next release rolls out again.',
    promoteFull:
      'The new revision is promoted as fast as its pods become ready, skipping all remaining pauses, analyses and steps. After that, it can no longer be aborted.',
    skipStep:
      'Step {{step}} of {{steps}} ({{description}}) is skipped, whether or not it has completed.',
    abort:
      'The stable revision serves all traffic again. Git still has the new one: revert or fix it there.',
    abortTo:
      'The stable revision ({{images}}) serves all traffic again. Git still has the new one: revert or fix it there.',
    abortPaused:
      'The Rollout is paused manually, so its pods stay as they are until you also unpause it.',
    retry: 'The new revision is rolled out again.',
    retryOf: 'The new revision ({{images}}) is rolled out again.',
    retrySteps:
      'The new revision is rolled out again, starting at step 1 of {{steps}}.',
    retryStepsOf:
      'The new revision ({{images}}) is rolled out again, starting at step 1 of {{steps}}.',
    restart:
      'All {{pods}} pods are replaced, one at a time or as many as maxUnavailable allows. At least one is unavailable meanwhile, even if maxUnavailable is 0.',
    restartOne:
      'Its only pod is replaced. No pod is ready until the new one is.',
    pause: 'The Rollout stays as it is until somebody unpauses it.',
    pauseIdle:
      'The next release waits until somebody unpauses the Rollout. Argo CD does not show this as a difference.',
    busy: 'Applying',
    done: '{{action}}: accepted by the cluster.',
    failed: 'The action failed',
    conflict: 'Nothing was changed',
    changed: 'The Rollout has changed since you opened this dialog',
    changedHelp: 'This dialog still describes how it was before.',
    lookAgain: 'Refresh',
    impossible: 'This action is not possible now',
    cancel: 'Cancel',
    close: 'Close',
    undoWhy:
      'Undo copies the template of an earlier revision into the Rollout. Argo CD then syncs the Rollout back to what is in Git, usually within a second.',
    undoInstead:
      'To roll back permanently, revert the change in Git. Meanwhile, you can abort a new revision that is still rolling out.',
    undoHint: 'Argo CD would sync it back: revert the change in Git instead',
    undoWhere: '{{file}} at {{revision}} of {{repository}}',
  },
} as const;
