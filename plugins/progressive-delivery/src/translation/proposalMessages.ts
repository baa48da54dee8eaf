/** The texts of pull requests and how far they have come. */
export const proposalMessages = {
  proposals: {
    title: 'Pull requests',
    failed: 'The pull requests could not be read',
    link: 'Pull request #{{number}}',
    state: {
      open: 'open',
      merged: 'merged',
      closed: 'closed without merging',
      unknown: 'in an unknown state',
    },
    draft: 'open as a draft',
    turnsOn: 'turns {{switch}} on',
    turnsOff: 'turns {{switch}} off',
    requested: 'by {{who}}, {{when}}',
    requestedAt: '{{when}}',
    journey: 'Journey of pull request #{{number}}',
    because: '{{reason}}: {{problem}}',
    overridden:
      'Preflight findings overridden: {{findings}}. Reason: {{reason}}',
    overriddenFinding: '{{check}} ({{object}})',
    overriddenUnknown:
      'Its branch was changed since Backstage committed to it, so whether preflight findings were overridden is unknown.',
    earlier_one: '{{count}} earlier pull request',
    earlier_other: '{{count}} earlier pull requests',
  },
  stop: {
    'pull-request': 'Pull request',
    merged: 'Merged',
    synced: 'Synced',
    'kind-changed': 'Kind changed',
    healthy: 'Healthy',
    unknown: 'Other',
  },
  stopState: {
    done: 'done',
    current: 'current',
    waiting: 'waiting',
    failed: 'failed',
    unknown: 'unknown',
  },
} as const;
