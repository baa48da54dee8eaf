import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const hostFaultTexts = {
  timedOut: 'hat nicht innerhalb von {{seconds}} s geantwortet',
  unreachable: 'war nicht erreichbar',
  unreachableWith: 'war nicht erreichbar ({{code}})',
  redirected:
    'hat mit einer Weiterleitung geantwortet, der Backstage nicht folgt: das Repository mit seiner jetzigen Adresse angeben',
  tooLarge:
    'hat mit mehr als {{bytes, number}} Bytes geantwortet, was Backstage nicht liest',
  answeredWith: 'hat mit Status {{status}} geantwortet',
  unreadable: 'hat mit etwas anderem geantwortet',
  failed: 'hatte einen Fehler',
  readOnly: 'lässt sich gerade nur lesen',
  committedOther: 'hat etwas anderes committet, als die Vorschau angezeigt hat',
  unusableByGit: 'ließ sich mit Git nicht ansprechen',
  appTokenLate: 'hat der GitHub-App nicht rechtzeitig ein Token gegeben',
  appTokenUnreachable: 'war für ein Token der GitHub-App nicht erreichbar',
  moduleFailed: 'ließ sich nicht fragen, siehe das Log des Backends',
  other: '{{message}}',
} satisfies Translation<typeof english.hostFault>;
