/** What a step of a canary does. */
export const stepTexts = {
  setWeight: 'Set weight to {{weight}}%',
  pause: 'Pause until promoted',
  pauseFor: 'Pause for {{duration}}',
  experiment: 'Run an experiment with {{templates}}',
  experimentFor: 'Run an experiment with {{templates}} for {{duration}}',
  analysis: 'Run analysis {{templates}}',
  setCanaryScale: 'Scale the canary',
  scaleToWeight: 'Scale the canary to {{weight}}% of the replicas',
  scaleToTraffic: 'Scale the canary to match its traffic weight',
  scaleToReplicas_one: 'Scale the canary to {{count, number}} replica',
  scaleToReplicas_other: 'Scale the canary to {{count, number}} replicas',
  plugin: 'Run plugin {{name}}',
  setHeaderRoute: 'Send requests with {{headers}} to the canary',
  removeHeaderRoute: 'Remove header route {{route}}',
  setMirrorRoute: 'Mirror requests of route {{route}} to the canary',
  setMirrorRouteShare:
    'Mirror {{percentage}}% of the requests of route {{route}} to the canary',
  removeMirrorRoute: 'Remove mirror route {{route}}',
  unsupported: '{{key}}',
  empty: 'Empty step',
} as const;
