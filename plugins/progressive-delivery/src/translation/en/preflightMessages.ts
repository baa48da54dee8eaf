/** The texts of what preflight checks have found, and of going ahead anyway. */
export const preflightMessages = {
  preflight: {
    title: 'Preflight checks',
    checkAgain: 'Check again',
    absent: 'No preflight checks ran for this change.',
    summary_one:
      '{{count, number}} check ran, {{found, number}} with findings, {{couldNotLook, number}} could not complete',
    summary_other:
      '{{count, number}} checks ran, {{found, number}} with findings, {{couldNotLook, number}} could not complete',
    verdict: {
      block: 'Blocked',
      warn: 'Warnings',
      incomplete: 'Incomplete',
      info: 'Good to know',
      clear: 'Nothing found',
    },
    severity: {
      block: 'Blocking ({{amount, number}})',
      warn: 'Warnings ({{amount, number}})',
      unknown: 'Other findings ({{amount, number}})',
      info: 'Good to know ({{amount, number}})',
    },
    moreFindings_one: 'Show {{count, number}} more finding',
    moreFindings_other: 'Show {{count, number}} more findings',
    moreReasons_one: 'Show {{count, number}} more reason',
    moreReasons_other: 'Show {{count, number}} more reasons',
    unchecked: 'Could not complete ({{amount, number}})',
    uncheckedBecause: '{{checks}}: {{reason}}',
    inCluster: '{{object}} in cluster {{cluster}}',
    new: 'New since the preview',
    code: 'What to add or run for {{check}}',
    copy: 'Copy',
    docs: 'More about {{check}}',
    override: 'Override this finding',
    acknowledge: 'Acknowledge this warning',
    decision: '{{decision}}: {{finding}}',
    why: 'Reason for going ahead',
    whyHelp: 'Quoted in the pull request, its commit and the audit log',
    blocked_one: 'Fix {{count, number}} finding first.',
    blocked_other: 'Fix {{count, number}} findings first.',
    overrideTakes: 'Going ahead anyway requires the permission {{permission}}.',
    tooMany:
      'Fix findings first: at most {{most, number}} can be overridden at once, and there are {{amount, number}}.',
    undecided_one:
      'Fix {{count, number}} finding first, or tick it to go ahead anyway.',
    undecided_other:
      'Fix {{count, number}} findings first, or tick them to go ahead anyway.',
    reasonMissing: 'Give a reason for going ahead.',
    refused: 'The checks found something that is not in your preview',
    overridden: 'Overridden:',
  },
} as const;
