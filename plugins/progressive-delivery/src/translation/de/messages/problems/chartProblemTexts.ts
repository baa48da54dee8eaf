import { PartOf } from '../../../shape/PartOf';

export const chartProblemTexts = {
  chartChanged:
    'Die Änderungen am Chart {{chart}} sind nicht mehr die, die angezeigt wurden: Chart, Values oder Werkzeuge haben sich seitdem geändert. Erneut prüfen.',
  chartRefused:
    'Das Chart {{chart}} lässt sich nicht vorbereiten: {{obstacle}}',
  chartNotPreparable:
    'Kein Pull Request kann das Chart {{chart}} vorbereiten. {{notPreparable}}',
  chartHasSwitch: 'Das Chart {{chart}} hat schon einen Schalter: {{switches}}',
  chartProposalsUnread:
    'Die Pull Requests von {{repository}} ließen sich nicht lesen: {{message}}',
} satisfies PartOf<'problem'>;
