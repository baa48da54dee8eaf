/** What keeps somebody from asking for an entity or one of its delivery targets, or from changing anything. */
export const accessProblemTexts = {
  entityMissing:
    'There is no entity {{entity}} in the catalog, or you may not see it',
  permissionMissing:
    'You need the permission {{permission}} on {{entity}}; usually its owners have it',
  proposalsOff:
    'Pull requests are not opened here: progressiveDelivery.proposals.enabled is false in the app-config',
  actionsOff:
    'Rollouts are not acted on from here: progressiveDelivery.actions.enabled is false in the app-config',

  targetMissing:
    '{{entity}} has no delivery target {{target}}; it has {{targets}}',
  targetsMissing: '{{entity}} has no delivery target {{target}}; it has none',

  switchNotOwned:
    'The switch {{switch}} of {{target}} does not belong to {{entity}}; its own: {{own}}',
  noSwitchOwned:
    'The switch {{switch}} of {{target}} does not belong to {{entity}}; its own: none',
} as const;
