/** The texts of the commands that do what can be done to a Rollout. */
export const commandMessages = {
  commands: {
    label: 'Commands for {{name}}',
    othersLabel: 'More commands for {{name}}',
    all: 'kubectl commands',
    others: 'More commands',
    instead: 'Or run it yourself',
    copy: 'Copy the command: {{action}}',
    context:
      'The context is named {{cluster}}, as Backstage calls this cluster. It may have another name in your kubeconfig.',
    noContext:
      'Backstage has no name for this cluster. Add --context with its name in your kubeconfig, or switch to that context first.',
    does: {
      promote: 'Promote: continue',
      unpause: 'Unpause: continue',
      'promote-full': 'Promote fully: skip what remains',
      'skip-step': 'Skip step: continue with the next one',
      abort: 'Abort: go back to the stable revision',
      retry: 'Retry: roll it out again',
      restart: 'Restart: replace the pods',
      pause: 'Pause: hold it until it is unpaused',
      undo: 'Undo: go back one revision, until Argo CD syncs',
    },
  },
} as const;
