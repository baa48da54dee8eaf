import { PartOf } from '../../../shape/PartOf';

export const proposalProblemTexts = {
  switchChanged:
    'Was {{switch}} ändern würde, ist nicht mehr das, was angezeigt wurde: Overlay, Chart oder Werkzeuge haben sich seitdem geändert. Erneut eine Vorschau ansehen.',
  switchNotProposable:
    'Kein Pull Request kann {{switch}} ändern. {{notProposable}}',

  alreadySet:
    '{{switch}} ist in {{file}} schon {{value}}, in {{commit}}: nichts vorzuschlagen',
  alreadySetByMerge:
    '{{switch}} ist in {{file}} schon {{value}}, in {{commit}}, seit Pull Request #{{number}} gemergt wurde ({{url}}): nichts vorzuschlagen',
  alreadySetByMergeOf:
    '{{switch}} ist in {{file}} schon {{value}}, in {{commit}}, seit {{by}} Pull Request #{{number}} gemergt hat ({{url}}): nichts vorzuschlagen',
  nothingToMerge:
    'Der Base-Branch von Branch {{branch}} von {{repository}} enthält diese Änderung schon: nichts vorzuschlagen',

  baseGone:
    'Branch {{branch}} von {{repository}}, in den der Pull Request gemergt würde, wurde gelöscht oder umbenannt: von einem Branch ausliefern, den es gibt',
  changedAgainAndAgain:
    'Das Repository wurde immer wieder geändert, während der Pull Request geöffnet wurde: noch einmal versuchen',

  oppositeOpen:
    'Pull Request #{{number}} ist offen und setzt {{switch}} auf {{value}}: diesen zuerst mergen oder schließen ({{url}})',
  openBeforeRenaming:
    'Pull Request #{{number}} ist offen und setzt {{switch}} auf {{value}}, noch von vor der Umbenennung seines Base-Branches in {{branch}}: diesen mergen, oder schließen und neu vorschlagen ({{url}})',
  openOntoFormerName:
    'Pull Request #{{number}} ist offen und setzt {{switch}} auf {{value}}, noch von vor der Umbenennung seines Base-Branches in {{branch}}: seinen Base-Branch von {{base}} aus ändern, oder schließen und neu vorschlagen ({{url}})',
  branchOfOthers:
    'Branch {{branch}} von {{repository}} enthält Arbeit, die nicht von Backstage ist ({{commit}}), und blieb deshalb, wie er ist. Diesen Branch zuerst mergen oder löschen.',

  branchMissing:
    'Branch {{branch}} von {{repository}} wurde inzwischen gelöscht: noch einmal versuchen',
  branchMoved:
    'Branch {{branch}} von {{repository}} wurde inzwischen von anderen geändert: noch einmal versuchen',
  pullRequestExists:
    'Für Branch {{branch}} von {{repository}} ist schon ein Pull Request offen: noch einmal versuchen, um mit ihm weiterzumachen',

  changeHeld:
    '{{branch}} enthält schon, was Pull Request #{{number}} ändert: diesen schließen',
  pullRequestOutdated:
    'Was {{switch}} ändern würde, ist nicht mehr das, was die Vorschau für Pull Request #{{number}} angezeigt hat. Erneut eine Vorschau ansehen.',
  pullRequestMoved:
    'Der Branch von Pull Request #{{number}} wurde inzwischen von anderen geändert, also noch einmal versuchen',
  pullRequestOfOthers:
    'Pull Request #{{number}} enthält Commits, die nicht von Backstage sind, und blieb deshalb, wie er ist: bei {{product}} aktualisieren oder schließen ({{url}})',
  pullRequestNotOpen:
    '{{target}} hat keinen offenen Pull Request #{{number}} für {{switch}}: Er wurde gemergt oder geschlossen, oder gehört zu etwas anderem',

  findingsInTheWay:
    'Wegen dieser Befunde wird kein Pull Request geöffnet: {{findings}}. Beheben, oder mit einem Grund übergehen.',
  findingsNotOverridden:
    'Auch das wurde gefunden, und es soll nicht übergangen werden: {{findings}}. Beheben, oder ebenfalls übergehen.',
} satisfies PartOf<'problem'>;
