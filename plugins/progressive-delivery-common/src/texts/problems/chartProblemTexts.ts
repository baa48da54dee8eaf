/** What keeps a chart from being prepared now, or its state from being known. */
export const chartProblemTexts = {
  chartChanged:
    'The change to the chart {{chart}} is no longer what you saw: the chart, its values or the tools have changed. Check it again.',
  chartRefused: 'The chart {{chart}} cannot be prepared: {{obstacle}}',
  chartNotPreparable:
    'No pull request can prepare the chart {{chart}}. {{notPreparable}}',
  chartMissing: '{{target}} renders no chart {{chart}}; its charts: {{charts}}',
  chartsMissing: '{{target}} renders no chart {{chart}}; its charts: none',
  chartNotOwned:
    '{{target}} lets {{entity}} use other switches only than those that the chart {{chart}} would get: {{switches}}',
  chartHasSwitch: 'The chart {{chart}} already has a switch: {{switches}}',
  chartProposalsUnread:
    'The pull requests of {{repository}} could not be read: {{message}}',
} as const;
