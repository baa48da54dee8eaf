import { summaryMessages as english } from '../en/summaryMessages';
import { Translation } from '../shape/Translation';

export const summaryMessages = {
  summary: {
    title: 'Zusammenfassung',
    workload: '{{name}}, {{target}}',
    act: '{{action}}: {{name}}',
    waitsAt: 'Wartet bei {{weight, number}}\u00a0% auf eine Entscheidung',
    waitsAtSince:
      'Wartet seit {{since}} bei {{weight, number}}\u00a0% auf eine Entscheidung',
    waits: 'Wartet auf eine Entscheidung',
    waitsSince: 'Wartet seit {{since}} auf eine Entscheidung',
    failing: 'Schlägt fehl',
    unknown: 'Zustand unbekannt',
    moving: 'Wird ausgerollt',
    settled: 'Nichts zu tun',
    unread: 'Live-Zustand ließ sich nicht lesen',
    incomplete: 'Der Live-Zustand ist vielleicht unvollständig',
    absent: 'Es läuft nichts',
    stale: 'Nicht aktuell',
    gitUnreadable: 'Git ließ sich nicht lesen',
    renderFailed: 'Lässt sich nicht rendern',
    unusable: {
      'not-allowed': 'Nicht nutzbar: nicht erlaubt',
      'not-found': 'Nicht nutzbar: nicht gefunden',
      unreachable: 'Nicht nutzbar: nicht erreichbar',
      invalid: 'Nicht nutzbar: ungültig',
      unknown: 'Nicht nutzbar',
    },
    more_one: '{{count, number}} weiteren anzeigen',
    more_other: '{{count, number}} weitere anzeigen',
    healthy_one: '{{count, number}} Workload ist Healthy',
    healthy_other: '{{count, number}} Workloads sind Healthy',
    othersHealthy_one: '{{count, number}} weiterer Workload ist Healthy',
    othersHealthy_other: '{{count, number}} weitere Workloads sind Healthy',
    loading: 'Einige Ziele werden noch geladen',
  },
} satisfies Translation<typeof english>;
