/** The texts of the overview card. */
export const cardMessages = {
  card: {
    more: 'Progressive delivery',
    loading: 'Loading rollout status',
    late: 'Loading takes longer than usual. Open the tab to see what is known so far, and why.',
    signIn:
      'Cluster {{cluster}} requires you to sign in. Open the tab to see its workloads.',
    unusable_one: '{{count, number}} delivery target cannot be used',
    unusable_other: '{{count, number}} delivery targets cannot be used',
    setup_one:
      'Setup incomplete: {{count, number}} item is missing in this Backstage instance',
    setup_other:
      'Setup incomplete: {{count, number}} items are missing in this Backstage instance',
    noTargets: 'No delivery target was found.',
    stale: 'Not up to date',
    unknown: 'Live state could not be read',
    incomplete: 'Live state may be incomplete',
    nothing: 'Nothing is running here',
    aborted: 'aborted',
    step: 'step {{step, number}} of {{steps, number}}',
  },
} as const;
