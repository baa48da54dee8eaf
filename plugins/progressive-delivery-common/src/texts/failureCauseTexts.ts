/** What made a Rollout fail, as the second half of a sentence of `failureTexts`. */
export const failureCauseTexts = {
  metric: 'metric {{metric}} failed',
  metricLimit: 'metric {{metric}} {{value}}, wanted {{operator}} {{limit}}',
  metricCondition: 'metric {{metric}} {{value}}, wanted {{condition}}',
  metricInconclusive: 'metric {{metric}} was inconclusive',
  metricError: 'metric {{metric}} could not be measured',
  metricErrorSaying: 'metric {{metric}} could not be measured: {{message}}',
  progressDeadline: 'no progress within its deadline',
  other: '{{message}}',
} as const;
