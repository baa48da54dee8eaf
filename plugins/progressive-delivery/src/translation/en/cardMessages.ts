/** The texts of the overview card. */
export const cardMessages = {
  card: {
    more: 'Progressive delivery',
    loading: 'Loading rollout status',
    late: 'Rollout status takes longer than usual. The tab shows what is known and why.',
    signIn:
      'Cluster {{cluster}} asks for your own sign-in: open the tab to see what runs there',
    unusable_one: '{{count, number}} delivery target cannot be used',
    unusable_other: '{{count, number}} delivery targets cannot be used',
    setup_one: '{{count, number}} thing is not set up in this Backstage',
    setup_other: '{{count, number}} things are not set up in this Backstage',
    noTargets: 'No delivery target was found.',
    stale: 'not up to date',
    unknown: 'What runs could not be read',
    nothing: 'Nothing runs here',
    aborted: 'aborted',
    step: 'step {{step}} of {{steps}}',
  },
} as const;
