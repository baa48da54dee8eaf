/** What keeps a chart from being prepared now, or its state from being known. */
export const chartProblemTexts = {
  chartChanged:
    'What would change in the chart {{chart}} is no longer what you saw: the chart, its values or the tools changed since. Check it again.',
  chartRefused: 'The chart {{chart}} cannot be prepared: {{obstacle}}',
  chartNotPreparable:
    'No pull request can prepare the chart {{chart}}. {{notPreparable}}',
  chartHasSwitch: 'The chart {{chart}} has a switch already: {{switches}}',
  chartProposalsUnread:
    'The pull requests of {{repository}} could not be read: {{message}}',
} as const;
