import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { statusMessages } from './statusMessages';

/**
 * All texts of the plugin.
 *
 * @public
 */
export const progressiveDeliveryTranslationRef = createTranslationRef({
  id: 'progressive-delivery',
  messages: {
    title: 'Progressive delivery',
    loading: 'Loading delivery targets',
    retry: 'Try again',
    error: {
      title: 'The delivery targets could not be loaded',
      forbiddenTitle: 'You may not see where this component is delivered to',
      forbiddenDescription:
        'The permission policy of this Backstage denies progressive-delivery.delivery.read on this entity. Its owners or a Backstage administrator can tell who may. The backend said: {{message}}',
      stale: 'Not up to date since {{time}}. Trying again.',
    },
    empty: {
      annotationTitle: 'This component does not say where it is delivered to',
      annotationDescription:
        'Name the Argo CD Applications that deliver it, or the overlay directories where Argo CD cannot be read. Several are separated by commas.',
      targetsTitle: 'No delivery target was found',
      targetsDescription:
        'The annotations of this component name nothing that exists. They are:',
    },
    unusable: {
      title: '{{reference}} cannot be used',
      reason: {
        'not-allowed': 'Not allowed',
        'not-found': 'Not found',
        unreachable: 'Unreachable',
        invalid: 'Invalid',
      },
      remedies: 'What to do, one of:',
    },
    target: {
      problems: 'What could not be read',
      destination: '{{cluster}} / {{namespace}}',
      unknownCluster: 'unknown cluster',
      unknownNamespace: 'unknown namespace',
      argocd: 'Argo CD: {{sync}}, {{health}}',
      commit: 'at {{revision}}, commit {{commit}}',
      revision: 'at {{revision}}',
    },
    workloads: {
      label: 'Workloads of {{target}}',
      empty: 'Nothing is known of this target: no Deployment, no Rollout.',
      name: 'Workload',
      inGit: 'In Git',
      live: 'Live',
      switch: 'Progressive delivery',
      unknown: 'unknown',
      nothingLive: 'nothing',
      noSwitch: 'No switch in the chart',
      toggle: 'Progressive delivery for {{name}}',
      notOwned: 'The switch {{switch}} belongs to another component',
      notPermitted:
        'You may not open pull requests for this component; its owners may',
      undecided: 'Looking for open pull requests',
      proposalsUnknown:
        'Whether there is an open pull request could not be found out',
      openProposal: 'Pull request #{{number}} open',
    },
    rollout: {
      label: '{{kind}} {{name}}',
      ready: '{{ready}} of {{desired}} ready',
      available: '{{available}} available',
      nextAvailable: 'the next in {{remaining}}',
      surge: '{{ready}} ready, {{desired}} wanted',
      weight: 'Canary weight: {{set}} % set, {{actual}} % actual',
      weightSet: 'Canary weight: {{set}} % set',
      waitsFor: 'Waits for {{what}}',
      steps: 'Canary steps',
      stepAt: 'Step {{step}} of {{steps}}',
      stepsSkipped:
        'The first revision skips the {{steps}} steps; the next release runs them',
      stepsSkippedOf: '{{skipped}} of {{steps}} steps skipped',
      stepsAll: 'All {{steps}} steps done',
      stepsAborted: 'The {{steps}} steps did not finish',
      revision: 'revision {{revision}}',
      podReady: 'ready',
      podNotReady: 'not ready',
      pod: '{{name}}: {{status}}, {{ready}}',
      restarts_one: '{{count}} restart',
      restarts_other: '{{count}} restarts',
      pods: 'Pods of {{name}}',
      scaleDown: 'kept for another {{remaining}}',
      scaleDownOver: 'about to be removed',
      morePods_one: 'and {{count}} more pod that needs a look',
      morePods_other: 'and {{count}} more pods that need a look',
      changed: '{{kind}} {{name}} is {{phase}}. {{message}}',
      gone: '{{kind}} {{name}} is gone.',
      silent: 'The controller of {{kind}} {{name}} does nothing any more.',
    },
    ...statusMessages,
    phase: {
      Healthy: 'Healthy',
      Progressing: 'Progressing',
      Paused: 'Paused',
      Degraded: 'Degraded',
      Unknown: 'Unknown',
    },
    stepState: {
      done: 'done',
      current: 'current',
      waiting: 'waiting',
      skipped: 'skipped',
      failed: 'aborted here',
    },
    role: {
      stable: 'Stable',
      canary: 'Canary',
      active: 'Active',
      preview: 'Preview',
      old: 'Old',
    },
    whatToDo: {
      label: 'What you can do for {{name}}',
      promote: 'Promote: go on',
      abort: 'Abort: go back to the stable revision',
      retry: 'Retry: start it again',
      abortedNote:
        'The stable revision gets everything again. Revert or mend the change in Git, or:',
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
        'Everything goes back to the stable revision{{images}}. Git still asks for the new one: revert or mend it there.',
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
    rollouts: {
      loading: 'Loading what runs',
      empty: 'Nothing runs here.',
      failed: 'What runs could not be read',
      asOf: 'As of {{age}} s ago',
      silent: 'Nothing comes through the connection to the backend.',
      closed: 'The backend has closed the connection.',
      signedOut: 'Your sign-in is over. Sign in again to see what runs.',
      unwatched: 'The backend does not get through to the cluster.',
      problems: 'What could not be read',
    },
    proposals: {
      title: 'Pull requests',
      failed: 'The pull requests could not be read',
      link: 'Pull request #{{number}}',
      state: {
        open: 'open',
        merged: 'merged',
        closed: 'closed without merging',
      },
      turnsOn: 'turns {{switch}} on',
      turnsOff: 'turns {{switch}} off',
      requested: 'by {{who}}, {{when}}',
      requestedAt: '{{when}}',
      journey: 'Journey of pull request #{{number}}',
      earlier_one: '{{count}} earlier pull request',
      earlier_other: '{{count}} earlier pull requests',
    },
    stage: {
      'pull-request': 'Pull request',
      merged: 'Merged',
      synced: 'Synced',
      'kind-changed': 'Kind changed',
      healthy: 'Healthy',
    },
    stageState: {
      done: 'done',
      current: 'current',
      waiting: 'waiting',
      failed: 'failed',
    },
    preview: {
      titleOn: 'Turn progressive delivery on for {{name}}',
      titleOff: 'Turn progressive delivery off for {{name}}',
      loading: 'Rendering the chart with the switch off and on',
      failed: 'The preview could not be made',
      forbidden: 'You may not see previews of this component',
      alreadyAsWished:
        'Git holds this value already. There is nothing to propose.',
      values: 'The change in {{file}}',
      manifests: 'What it does to the manifests',
      changed: '{{before}} → {{after}}',
      becomesChanged: '{{document}} changes',
      added: '{{document}} is added',
      removed: '{{document}} is removed',
      nothingChanges: 'No rendered manifest changes.',
      unchanged_one: '{{count}} other document stays the same.',
      unchanged_other: '{{count}} other documents stay the same.',
      patch: 'Changes of {{title}}',
      valuesPatch: 'Values change',
      profile:
        'Rendered with helm {{helm}}, kustomize {{kustomize}}, from {{branch}} at {{commit}}',
      profileKubernetes:
        'Rendered with helm {{helm}}, kustomize {{kustomize}}, for Kubernetes {{kubeVersion}}, from {{branch}} at {{commit}}',
      reason: 'Reason (optional)',
      reasonHelp: 'For those who review the pull request',
      open: 'Open pull request',
      opening: 'Opening the pull request',
      openFailed: 'The pull request could not be opened',
      conflict: 'What you see is no longer what would be committed',
      previewAgain: 'Preview again',
      created: 'Pull request #{{number}} opened',
      existing: 'Pull request #{{number}} was open already',
      afterwards:
        'Nothing changes until it is merged. This page shows how far it has come.',
      cancel: 'Cancel',
      close: 'Close',
    },
    card: {
      more: 'Progressive delivery',
      loading: 'Loading rollout status',
      unusable_one: '{{count}} delivery target cannot be used',
      unusable_other: '{{count}} delivery targets cannot be used',
      noTargets: 'No delivery target was found.',
      stale: 'not up to date',
      unknown: 'What runs could not be read',
      nothing: 'Nothing runs here',
      aborted: 'aborted',
      step: 'step {{step}} of {{steps}}',
    },
  },
});
