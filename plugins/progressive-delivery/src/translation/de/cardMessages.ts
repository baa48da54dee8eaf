import { cardMessages as english } from '../en/cardMessages';
import { Translation } from '../shape/Translation';

export const cardMessages = {
  card: {
    more: 'Progressive Delivery',
    loading: 'Status der Rollouts wird geladen',
    late: 'Das Laden dauert länger als sonst. Der Tab zeigt, was bisher bekannt ist und woran es liegt.',
    signIn:
      'Cluster {{cluster}} verlangt eine eigene Anmeldung. Der Tab zeigt die Workloads dort.',
    unusable_one: '{{count, number}} Ziel ist nicht nutzbar',
    unusable_other: '{{count, number}} Ziele sind nicht nutzbar',
    setup_one:
      'Einrichtung unvollständig: In diesem Backstage fehlt {{count, number}} Punkt',
    setup_other:
      'Einrichtung unvollständig: In diesem Backstage fehlen {{count, number}} Punkte',
    noTargets: 'Kein Ziel gefunden.',
    stale: 'Nicht aktuell',
    unknown: 'Live-Zustand ließ sich nicht lesen',
    incomplete: 'Der Live-Zustand ist vielleicht unvollständig',
    nothing: 'Hier läuft nichts',
    aborted: 'abgebrochen',
    step: 'Schritt {{step, number}} von {{steps, number}}',
  },
} satisfies Translation<typeof english>;
