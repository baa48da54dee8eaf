import { preflightMessages as english } from '../en/preflightMessages';
import { Translation } from '../shape/Translation';

export const preflightMessages = {
  preflight: {
    title: 'Preflight-Checks',
    checkAgain: 'Erneut prüfen',
    absent: 'Für diese Änderung lief kein Preflight-Check.',
    summary_one:
      '{{count, number}} Check gelaufen, {{found, number}} mit Befund, {{couldNotLook, number}} unvollständig',
    summary_other:
      '{{count, number}} Checks gelaufen, {{found, number}} mit Befund, {{couldNotLook, number}} unvollständig',
    verdict: {
      block: 'Blockiert',
      warn: 'Warnungen',
      incomplete: 'Unvollständig',
      info: 'Gut zu wissen',
      clear: 'Keine Befunde',
    },
    severity: {
      block: 'Blockierend ({{amount, number}})',
      warn: 'Warnungen ({{amount, number}})',
      unknown: 'Sonstige Befunde ({{amount, number}})',
      info: 'Gut zu wissen ({{amount, number}})',
    },
    moreFindings_one: '{{count, number}} weiteren Befund anzeigen',
    moreFindings_other: '{{count, number}} weitere Befunde anzeigen',
    moreReasons_one: '{{count, number}} weiteren Grund anzeigen',
    moreReasons_other: '{{count, number}} weitere Gründe anzeigen',
    unchecked: 'Unvollständig ({{amount, number}})',
    uncheckedBecause: '{{checks}}: {{reason}}',
    inCluster: '{{object}} in Cluster {{cluster}}',
    new: 'Neu seit der Vorschau',
    code: 'Was für {{check}} einzufügen oder auszuführen ist',
    copy: 'Kopieren',
    docs: 'Mehr zu {{check}}',
    override: 'Diesen Befund übergehen',
    acknowledge: 'Diese Warnung bestätigen',
    decision: '{{decision}}: {{finding}}',
    why: 'Grund, trotzdem fortzufahren',
    whyHelp: 'Erscheint im Pull Request, in seinem Commit und im Audit-Log',
    blocked_one: 'Zuerst {{count, number}} Befund beheben.',
    blocked_other: 'Zuerst {{count, number}} Befunde beheben.',
    overrideTakes:
      'Trotzdem fortzufahren erfordert die Berechtigung {{permission}}.',
    tooMany:
      'Zuerst Befunde beheben: Höchstens {{most, number}} lassen sich auf einmal übergehen, und es sind {{amount, number}}.',
    undecided_one:
      'Zuerst {{count, number}} Befund beheben, oder ihn ankreuzen, um trotzdem fortzufahren.',
    undecided_other:
      'Zuerst {{count, number}} Befunde beheben, oder sie ankreuzen, um trotzdem fortzufahren.',
    reasonMissing: 'Bitte einen Grund angeben, trotzdem fortzufahren.',
    refused: 'Die Checks haben etwas gefunden, das nicht in der Vorschau steht',
    overridden: 'Übergangen:',
  },
} satisfies Translation<typeof english>;
