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
    noSwitch:
      'No switch moves this Rollout, so it can be changed only from a component that owns every switch of this target. Or use kubectl:',
    switchedOff:
      'Actions are disabled in this Backstage instance: progressiveDelivery.actions.enabled is false. Use kubectl instead:',
    ownershipPending:
      'Git is still being rendered, so it is not yet known whether this Rollout belongs to this component. Until then, use kubectl:',
    noApplication:
      'No Argo CD Application shows that this Rollout belongs to this component, so it cannot be changed from here. Use kubectl instead:',
    ofSeveral: {
      notPermitted:
        'You do not have permission to change these Rollouts. Ask the owners of this component, or use the kubectl commands below.',
      notOwned:
        'These Rollouts belong to the component that owns {{switch}}. Open that component to change them, or use the kubectl commands below.',
      noSwitch:
        'No switch moves these Rollouts, so they can be changed only from a component that owns every switch of this target. Or use the kubectl commands below.',
      switchedOff:
        'Actions are disabled in this Backstage instance: progressiveDelivery.actions.enabled is false. Use the kubectl commands below instead.',
      ownershipPending:
        'Git is still being rendered, so it is not yet known whether these Rollouts belong to this component. Until then, use the kubectl commands below.',
      noApplication:
        'No Argo CD Application shows that these Rollouts belong to this component, so they cannot be changed from here. Use the kubectl commands below instead.',
    },
    name: {
      promote: 'Promote',
      unpause: 'Unpause',
      'promote-full': 'Promote fully',
      'skip-step': 'Skip step',
      abort: 'Abort',
      retry: 'Retry',
      restart: 'Restart',
      pause: 'Pause',
      undo: 'Undo',
    },
    title: '{{action}}: {{kind}} {{name}}',
    nextStep:
      'Continues with step {{step, number}} of {{steps, number}}: {{description}}.',
    lastStep_one:
      'This is the last of {{steps, number}} steps: after it, the new revision is fully promoted, with {{count, number}} pod and all traffic.',
    lastStep_other:
      'This is the last of {{steps, number}} steps: after it, the new revision is fully promoted, with {{count, number}} pods and all traffic.',
    undecidedAnalysis:
      'An analysis was inconclusive: it has neither passed nor failed. Check what it measured before going on.',
    undecidedExperiment:
      'An experiment was inconclusive: it has neither passed nor failed. Check what it measured before going on.',
    promoteCanary_one:
      'The new revision is then fully promoted, with {{count, number}} pod and all traffic.',
    promoteCanary_other:
      'The new revision is then fully promoted, with {{count, number}} pods and all traffic.',
    promoteBlueGreen_one:
      'As soon as its {{count, number}} pod is available, the new revision gets all traffic at once.',
    promoteBlueGreen_other:
      'As soon as its {{count, number}} pods are available, the new revision gets all traffic at once.',
    promoteActive:
      'The new revision is already active: its pods and all traffic stay as they are.',
    previousKept:
      'The pods of the previous revision are kept for scaleDownDelaySeconds (30 seconds by default).',
    unpauseAtPause:
      'The Rollout is unpaused, and then waits at this pause step until it is promoted. Until then, pods and traffic stay as they are.',
    unpauseAborted_one:
      'The Rollout is unpaused, so that the abort can scale down the new revision. The stable revision then has {{count, number}} pod and all traffic.',
    unpauseAborted_other:
      'The Rollout is unpaused, so that the abort can scale down the new revision. The stable revision then has {{count, number}} pods and all traffic.',
    unpauseAbortedActive:
      'The Rollout is unpaused, so that the stable revision gets all traffic and the abort can scale down the new one.',
    unpause_one:
      'The Rollout is unpaused, and continues until the new revision has {{count, number}} pod and all traffic.',
    unpause_other:
      'The Rollout is unpaused, and continues until the new revision has {{count, number}} pods and all traffic.',
    unpauseBlueGreen:
      'The Rollout is unpaused. As soon as nothing else holds it, the new revision gets all traffic at once.',
    unpauseSkips:
      'The Rollout is unpaused, and its current step counts as completed, as with kubectl.',
    unpauseIdle_one:
      'The Rollout is unpaused: the next release rolls out again. Until then, its {{count, number}} pod and all traffic stay as they are.',
    unpauseIdle_other:
      'The Rollout is unpaused: the next release rolls out again. Until then, its {{count, number}} pods and all traffic stay as they are.',
    promoteFull_one:
      'The new revision gets {{count, number}} pod and all traffic as fast as its pods become ready, skipping all remaining pauses, analyses and steps. After that, it can no longer be aborted.',
    promoteFull_other:
      'The new revision gets {{count, number}} pods and all traffic as fast as its pods become ready, skipping all remaining pauses, analyses and steps. After that, it can no longer be aborted.',
    promoteFullBlueGreen_one:
      'As soon as its {{count, number}} pod is available, the new revision gets all traffic at once, skipping all remaining pauses and analyses. After that, it can no longer be aborted.',
    promoteFullBlueGreen_other:
      'As soon as its {{count, number}} pods are available, the new revision gets all traffic at once, skipping all remaining pauses and analyses. After that, it can no longer be aborted.',
    promoteFullActive:
      'The new revision is already active: its pods and all traffic stay as they are. Its remaining analyses are skipped. After that, it can no longer be aborted.',
    skipStep:
      'Step {{step, number}} of {{steps, number}} ({{description}}) is skipped, whether or not it has completed.',
    skipUnknownStep:
      'The current step is skipped, whether or not it has completed.',
    abort_one:
      'The stable revision gets {{count, number}} pod and all traffic again.',
    abort_other:
      'The stable revision gets {{count, number}} pods and all traffic again.',
    abortTo_one:
      'The stable revision ({{images}}) gets {{count, number}} pod and all traffic again.',
    abortTo_other:
      'The stable revision ({{images}}) gets {{count, number}} pods and all traffic again.',
    abortBack:
      'As soon as its pods are available, the previous revision ({{images}}) gets all traffic back at once.',
    abortStays: 'All traffic stays with the active revision.',
    abortStaysAt:
      'All traffic stays with the active revision ({{images}}), and its pods stay as they are.',
    abortRemoves: 'The pods of the new revision are removed.',
    abortRemovesLater:
      'The pods of the new revision are kept for abortScaleDownDelaySeconds (30 seconds by default).',
    abortGit: 'Git still has the new revision: revert or fix it there.',
    abortPaused:
      'The Rollout is paused manually, so its pods stay as they are until you also unpause it.',
    abortPausedActive:
      'The Rollout is paused manually, so its active Service stays as it is until you also unpause it.',
    retry_one:
      'The new revision is rolled out again, until it has {{count, number}} pod and all traffic.',
    retry_other:
      'The new revision is rolled out again, until it has {{count, number}} pods and all traffic.',
    retryOf_one:
      'The new revision ({{images}}) is rolled out again, until it has {{count, number}} pod and all traffic.',
    retryOf_other:
      'The new revision ({{images}}) is rolled out again, until it has {{count, number}} pods and all traffic.',
    retrySteps:
      'The new revision is rolled out again, starting at step 1 of {{steps, number}}: {{description}}.',
    retryStepsOf:
      'The new revision ({{images}}) is rolled out again, starting at step 1 of {{steps, number}}: {{description}}.',
    retryPreview_one:
      'The new revision is rolled out again, with up to {{count, number}} pod.',
    retryPreview_other:
      'The new revision is rolled out again, with up to {{count, number}} pods.',
    retryPreviewOf_one:
      'The new revision ({{images}}) is rolled out again, with up to {{count, number}} pod.',
    retryPreviewOf_other:
      'The new revision ({{images}}) is rolled out again, with up to {{count, number}} pods.',
    retryActive:
      'All traffic stays with the active revision until the new one is promoted, which happens automatically unless autoPromotionEnabled is false.',
    restart:
      'All {{pods, number}} pods are replaced, one at a time or as many as maxUnavailable allows. At least one is unavailable meanwhile, even if maxUnavailable is 0.',
    restartOne:
      'Its only pod is replaced. No pod is ready until the new one is.',
    restartTraffic: 'The traffic of each revision stays as it is.',
    pause:
      'The Rollout stays as it is until somebody unpauses it: pods and traffic do not move on.',
    pauseIdle_one:
      'Its {{count, number}} pod and all traffic stay as they are. The next release waits until somebody unpauses the Rollout. Argo CD does not show this as a difference.',
    pauseIdle_other:
      'Its {{count, number}} pods and all traffic stay as they are. The next release waits until somebody unpauses the Rollout. Argo CD does not show this as a difference.',
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
    undoHint: 'Argo CD would undo this: revert the change in Git instead',
    undoWhere: '{{file}} at {{revision}} of {{repository}}',
  },
} as const;
