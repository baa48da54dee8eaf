import { cardMessages as english } from '../en/cardMessages';
import { Translation } from '../shape/Translation';

export const cardMessages = {
  card: {
    more: 'Progressive Delivery',
    loading: 'Status der Rollouts wird geladen',
    late: 'Das Laden dauert länger als sonst. Der Tab zeigt, was bisher bekannt ist, und warum.',
    signIn:
      'Cluster {{cluster}} verlangt eine eigene Anmeldung. Der Tab zeigt die Workloads dort.',
    unusable_one: '{{count, number}} Ziel ist nicht nutzbar',
    unusable_other: '{{count, number}} Ziele sind nicht nutzbar',
    setup_one:
      'In diesem Backstage ist {{count, number}} Punkt nicht eingerichtet',
    setup_other:
      'In diesem Backstage sind {{count, number}} Punkte nicht eingerichtet',
    noTargets: 'Kein Ziel gefunden.',
    stale: 'nicht aktuell',
    unknown: 'Live-Zustand ließ sich nicht lesen',
    nothing: 'Hier läuft nichts',
    aborted: 'abgebrochen',
    step: 'Schritt {{step, number}} von {{steps, number}}',
  },
} satisfies Translation<typeof english>;
