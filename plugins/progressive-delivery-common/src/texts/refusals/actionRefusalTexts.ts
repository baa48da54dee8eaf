/** Why an action cannot be taken on a Rollout now. */
export const actionRefusalTexts = {
  deleting: 'It is being deleted.',
  notObserved:
    'The controller has not observed the latest spec yet. Wait a moment, or check that Argo Rollouts is running.',
  aborted: 'It is aborted. Retry it, or revert the change in Git.',
  notAborted: 'It is not aborted.',
  alreadyAborted: 'It is already aborted.',
  alreadyPaused: 'It is already paused manually.',
  notPaused: 'It is not paused and continues automatically.',
  promoted: 'It has been promoted and is about to continue.',
  nothingToPromote: 'It is fully promoted. There is nothing to promote.',
  nothingToAbort: 'It is fully promoted. There is nothing to abort.',
  promotingFully: 'It is already being promoted fully.',
  promotingFullyIgnoresAbort:
    'It is being promoted fully, and the controller ignores an abort until that is done. Revert the change in Git.',
  abortedPromoteFully:
    'It is aborted, and promoting it fully would promote the aborted revision. Retry it first.',
  firstRevision: 'The first revision skips all steps.',
  noStableRevision:
    'This is the first revision. There is no stable revision to go back to.',
  noSteps: 'It has no steps.',
  stepsCompleted: 'All steps are completed.',
  pausedAtStep:
    'It is paused at this step. Promote it to continue with the next step.',
  scaledToZero: 'It is scaled to zero. There are no pods to restart.',
  alreadyRestarting: 'It is already restarting.',
  notStarted: 'It has not started yet.',
  updating:
    'A new revision is being rolled out. Restarting now would take down pods of both revisions before new ones are ready, regardless of maxUnavailable. Promote or abort it first.',
} as const;
