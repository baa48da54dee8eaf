/** The texts of what can be done to a Rollout. */
export const actionMessages = {
  whatToDo: {
    label: 'What you can do for {{name}}',
    promote: 'Promote: continue',
    abort: 'Abort: go back to the stable revision',
    retry: 'Retry: start it again',
    abortedNote:
      'The stable revision gets everything again. Revert or fix the change in Git, or:',
    abortedPausedNote:
      'It was aborted while it is paused by hand: its pods stay as they are until it is unpaused.',
  },
  actions: {
    label: 'Act on {{name}}',
    more: 'More actions',
    notPermitted:
      'You may not act on it from here; the owners of this component may. With kubectl:',
    notOwned:
      'It belongs to the component that owns {{switch}}: act on it there. With kubectl:',
    unknownSwitch: 'another switch',
    switchedOff:
      'Rollouts are not acted on from here: progressiveDelivery.actions.enabled is false in this Backstage. With kubectl:',
    ownershipPending:
      'Git is still being rendered, so whether it belongs to this component is not known yet. With kubectl:',
    noApplication:
      'It cannot be acted on from here: no Argo CD Application shows that it belongs to this component. With kubectl:',
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
    nextStep: 'It goes on with step {{step}} of {{steps}}: {{description}}.',
    lastStep:
      'That was the last of {{steps}} steps: the new revision gets everything.',
    promoteBlueGreen: 'The new revision becomes active.',
    promoteCanary: 'The new revision gets everything.',
    unpauseAtPause:
      'It is unpaused, and then waits at this pause until it is promoted.',
    unpauseAborted:
      'It is unpaused, so that the abort takes away the pods of the new revision.',
    unpause: 'It is unpaused.',
    unpauseSkips:
      'It is unpaused, and the step that it is at counts as done, as with kubectl.',
    unpauseIdle: 'It is unpaused: the next release goes out again.',
    promoteFull:
      'The new revision gets everything as fast as its pods become ready, without the pauses, analyses and steps that remain. The controller takes no abort from then on.',
    skipStep:
      'Step {{step}} of {{steps}}, {{description}}, counts as done, whether or not it is.',
    abort:
      'Everything goes back to the stable revision{{images}}. Git still asks for the new one: revert or fix it there.',
    abortPaused:
      'It is paused by hand, and its pods stay as they are until you unpause it as well.',
    retry: 'The new revision{{images}} is tried once more.',
    retrySteps:
      'The new revision{{images}} is tried once more, from step 1 of {{steps}} on.',
    restart:
      'All {{pods}} pods are replaced, one after the other or as many as maxUnavailable says. At least one is missing meanwhile, even where that says 0.',
    restartOne:
      'Its only pod is replaced. Nothing is ready until the new one is.',
    pause: 'It stays as it is until somebody unpauses it.',
    pauseIdle:
      'The next release waits until somebody unpauses it; Argo CD does not show that as a difference.',
    busy: 'Asking the cluster',
    done: '{{action}}: the cluster has taken it.',
    failed: 'It could not be done',
    conflict: 'Nothing was done',
    changed: 'It has changed since you looked',
    changedHelp: 'What this says is of what it was before.',
    lookAgain: 'Look again',
    impossible: 'This cannot be done now',
    cancel: 'Cancel',
    close: 'Close',
    undoWhy:
      'Undo puts the template of an earlier revision into the Rollout. Argo CD holds it to what Git says and takes that back, usually within a second.',
    undoInstead:
      'What lasts is to revert the change in Git. A new revision that is on its way can be aborted meanwhile.',
    undoHint: 'Argo CD would take it back: revert the change in Git',
    undoWhere: '{{file}} at {{revision}} of {{repository}}',
  },
} as const;
