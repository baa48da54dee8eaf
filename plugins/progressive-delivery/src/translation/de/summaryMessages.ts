import { summaryMessages as english } from '../en/summaryMessages';
import { Translation } from '../shape/Translation';

export const summaryMessages = {
  summary: {
    title: 'Zusammenfassung',
    workload: '{{name}}, {{target}}',
    waitsAt: 'Wartet bei {{weight}} % auf eine Entscheidung',
    waitsAtSince:
      'Wartet bei {{weight}} % auf eine Entscheidung, seit {{since}}',
    waits: 'Wartet auf eine Entscheidung',
    waitsSince: 'Wartet auf eine Entscheidung, seit {{since}}',
    serves: '{{sentence}} Der gesamte Traffic geht an Revision {{revision}}.',
    failing: 'Schlägt fehl',
    unknown: 'Zustand unbekannt',
    moving: 'Wird ausgerollt',
    settled: 'Nichts zu tun',
    unread: 'Was läuft, ließ sich nicht lesen',
    incomplete: 'Nicht alles, was läuft, ließ sich lesen',
    stale: 'Die Anzeige ist nicht aktuell',
    more_one: '{{count, number}} weiteren anzeigen',
    more_other: '{{count, number}} weitere anzeigen',
    healthy_one: '{{count, number}} Workload ist Healthy',
    healthy_other: '{{count, number}} Workloads sind Healthy',
    othersHealthy_one: '{{count, number}} weiterer Workload ist Healthy',
    othersHealthy_other: '{{count, number}} weitere Workloads sind Healthy',
    loading: 'Einige Ziele werden noch geladen',
  },
} satisfies Translation<typeof english>;
