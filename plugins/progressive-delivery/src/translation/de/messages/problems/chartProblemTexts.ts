import { PartOf } from '../../../shape/PartOf';

export const chartProblemTexts = {
  chartChanged:
    'Die Änderungen am Chart {{chart}} sind nicht mehr die, die angezeigt wurden: Chart, Values oder Werkzeuge haben sich seitdem geändert. Erneut prüfen.',
  chartRefused:
    'Das Chart {{chart}} lässt sich nicht vorbereiten: {{obstacle}}',
  chartNotPreparable:
    'Kein Pull Request kann das Chart {{chart}} vorbereiten. {{notPreparable}}',
  chartMissing:
    '{{target}} rendert kein Chart {{chart}}, sondern nur: {{charts}}',
  chartsMissing:
    '{{target}} rendert kein Chart {{chart}} und auch kein anderes',
  chartNotOwned:
    'Die Schalter, die das Chart {{chart}} bekäme, gehören in {{target}} nicht {{entity}}, sondern nur: {{switches}}',
  chartHasSwitch: 'Das Chart {{chart}} hat schon einen Schalter: {{switches}}',
  chartProposalsUnread:
    'Die Pull Requests von {{repository}} ließen sich nicht lesen: {{message}}',
} satisfies PartOf<'problem'>;
