import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const waitTexts = {
  promotion: 'Wartet darauf, promotet zu werden',
  pauseEnd: 'Wartet auf das Ende der Pause',
  unpause: 'Wartet darauf, fortgesetzt zu werden (spec.paused)',
  specObserved: 'Wartet, bis der Controller die neueste Spec erfasst',
  validSpec: 'Wartet darauf, dass die Spec korrigiert wird',
  inconclusiveAnalysis:
    'Wartet auf eine Entscheidung zu einer Analyse ohne eindeutiges Ergebnis (Inconclusive)',
  inconclusiveExperiment:
    'Wartet auf eine Entscheidung zu einem Experiment ohne eindeutiges Ergebnis (Inconclusive)',
  retryObserved: 'Wartet, bis der Controller mit der Wiederholung beginnt',
  promotionObserved: 'Wartet, bis der Controller auf das Promoten reagiert',
  podsAvailable_one:
    'Wartet, bis {{count, number}} weiterer Pod ({{role}}) verfügbar ist ({{available}} von {{desired}})',
  podsAvailable_other:
    'Wartet, bis {{count, number}} weitere Pods ({{role}}) verfügbar sind ({{available}} von {{desired}})',
  weightVerified: 'Wartet, bis der Traffic-Router das Gewicht bestätigt',
  replicasScaled: 'Wartet, bis alle Revisionen skaliert sind',
  routeSet: 'Wartet, bis der Traffic-Router die Route setzt',
  analysisStarted: 'Wartet auf den Start des AnalysisRun',
  analysis: 'Wartet auf den Erfolg von AnalysisRun {{name}}',
  analysisMeasuring:
    'Wartet auf den Erfolg von AnalysisRun {{name}} ({{metrics}})',
  experimentStarted: 'Wartet auf den Start des Experiments',
  experimentPods:
    'Wartet, bis Pods von {{templates}} in Experiment {{name}} verfügbar sind',
  experiment: 'Wartet auf den Erfolg von Experiment {{name}}',
  plugin: 'Wartet auf den Erfolg des Plugins',
  pluginSaying: 'Wartet auf den Erfolg des Plugins: {{message}}',
} satisfies Translation<typeof english.wait>;
