import { filterMessages as english } from '../en/filterMessages';
import { Translation } from '../shape/Translation';

export const filterMessages = {
  filter: {
    label: 'Workloads filtern',
    attention: 'Braucht Aufmerksamkeit',
    kind: 'Typ',
    allKinds: 'Alle Typen',
    target: 'Ziel',
    allTargets: 'Alle Ziele',
    name: 'Name des Workloads',
    shown: '{{shown, number}} von {{all, number}} Workloads',
    clear: 'Filter zurücksetzen',
    nothing: 'Kein Workload passt zum Filter',
  },
  folded: {
    settled_one: '{{count, number}} Workload, Healthy',
    settled_other: '{{count, number}} Workloads, alle Healthy',
    unsettled_one:
      '{{count, number}} von {{all, number}} Workloads ist nicht Healthy',
    unsettled_other:
      '{{count, number}} von {{all, number}} Workloads sind nicht Healthy',
    proposals_one: '{{count, number}} Pull Request unterwegs',
    proposals_other: '{{count, number}} Pull Requests unterwegs',
  },
  more: {
    healthy_one:
      '{{count, number}} weiteren Workload anzeigen, der Healthy ist',
    healthy_other:
      '{{count, number}} weitere Workloads anzeigen, die Healthy sind',
  },
} satisfies Translation<typeof english>;
