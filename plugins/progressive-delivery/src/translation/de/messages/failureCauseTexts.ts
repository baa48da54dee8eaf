import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const failureCauseTexts = {
  metric: 'Metrik {{metric}} ist fehlgeschlagen',
  metricLimit: 'Metrik {{metric}} {{value}}, verlangt {{operator}} {{limit}}',
  metricCondition: 'Metrik {{metric}} {{value}}, verlangt {{condition}}',
  metricInconclusive:
    'Metrik {{metric}} ergab kein eindeutiges Ergebnis (Inconclusive)',
  metricError: 'Metrik {{metric}} ließ sich nicht messen',
  metricErrorSaying: 'Metrik {{metric}} ließ sich nicht messen: {{message}}',
  progressDeadline: 'kein Fortschritt innerhalb der Progress Deadline',
  other: '{{message}}',
} satisfies Translation<(typeof english)['failureCause']>;
