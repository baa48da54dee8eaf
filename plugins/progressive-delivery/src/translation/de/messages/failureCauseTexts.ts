import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const failureCauseTexts = {
  metric: 'Metrik {{metric}} ist fehlgeschlagen',
  metricLimit:
    'Metrik {{metric}} war {{value}}, erwartet {{operator}} {{limit}}',
  metricCondition: 'Metrik {{metric}} war {{value}}, erwartet {{condition}}',
  metricInconclusive:
    'Metrik {{metric}} ergab kein eindeutiges Ergebnis (Inconclusive)',
  metricError: 'Metrik {{metric}} ließ sich nicht messen',
  metricErrorSaying: 'Metrik {{metric}} ließ sich nicht messen: {{message}}',
  progressDeadline: 'Progress Deadline überschritten',
  other: '{{message}}',
} satisfies Translation<(typeof english)['failureCause']>;
