import { PartOf } from '../../../shape/PartOf';

export const accessProblemTexts = {
  entityMissing:
    'Im Katalog gibt es keine Entität {{entity}}, oder sie ist nicht sichtbar',
  permissionMissing:
    'Für {{entity}} fehlt die Berechtigung {{permission}}; normalerweise haben sie ihre Owner',
  proposalsOff:
    'Pull Requests werden hier nicht geöffnet: progressiveDelivery.proposals.enabled ist in der app-config false',
  actionsOff:
    'Aktionen an Rollouts sind hier abgeschaltet: progressiveDelivery.actions.enabled ist in der app-config false',

  targetMissing:
    '{{entity}} hat kein Ziel {{target}}, sondern nur: {{targets}}',
  targetsMissing: '{{entity}} hat kein Ziel {{target}} und auch kein anderes',

  switchNotOwned:
    'Der Schalter {{switch}} von {{target}} gehört nicht {{entity}}, sondern dort nur: {{own}}',
  noSwitchOwned:
    'Der Schalter {{switch}} von {{target}} gehört nicht {{entity}}, und auch kein anderer',
} satisfies PartOf<'problem'>;
