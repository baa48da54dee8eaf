/** What made a Rollout fail, as the second half of a sentence of `failureTexts`. */
export const failureCauseTexts = {
  metric: 'metric {{metric}} failed',
  metricLimit:
    'metric {{metric}} was {{value}}, expected {{operator}} {{limit}}',
  metricCondition: 'metric {{metric}} was {{value}}, expected {{condition}}',
  metricInconclusive: 'metric {{metric}} was inconclusive',
  metricError: 'metric {{metric}} could not be measured',
  metricErrorSaying: 'metric {{metric}} could not be measured: {{message}}',
  progressDeadline: 'progress deadline exceeded',
  other: '{{message}}',
} as const;
