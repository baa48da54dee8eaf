/** What the current step of a canary waits for. */
export const waitTexts = {
  promotion: 'Waiting for promotion',
  pauseEnd: 'Waiting for the pause to end',
  unpause: 'Waiting to be unpaused (spec.paused)',
  specObserved: 'Waiting for the controller to observe the latest spec',
  validSpec: 'Waiting for the spec to be fixed',
  inconclusiveAnalysis: 'Waiting for a decision on an inconclusive analysis',
  inconclusiveExperiment:
    'Waiting for a decision on an inconclusive experiment',
  retryObserved: 'Waiting for the controller to start the retry',
  promotionObserved: 'Waiting for the controller to act on the promotion',
  podsAvailable_one:
    'Waiting for {{count, number}} more {{role}} pod to become available ({{available}} of {{desired}})',
  podsAvailable_other:
    'Waiting for {{count, number}} more {{role}} pods to become available ({{available}} of {{desired}})',
  weightVerified: 'Waiting for the traffic router to verify the weight',
  replicasScaled: 'Waiting for all revisions to be scaled',
  routeSet: 'Waiting for the traffic router to set the route',
  analysisStarted: 'Waiting for the analysis run to start',
  analysis: 'Waiting for analysis run {{name}} to succeed',
  analysisMeasuring:
    'Waiting for analysis run {{name}} to succeed ({{metrics}})',
  experimentStarted: 'Waiting for the experiment to start',
  experimentPods:
    'Waiting for pods of {{templates}} in experiment {{name}} to become available',
  experiment: 'Waiting for experiment {{name}} to succeed',
  plugin: 'Waiting for the plugin to succeed',
  pluginSaying: 'Waiting for the plugin to succeed: {{message}}',
} as const;
