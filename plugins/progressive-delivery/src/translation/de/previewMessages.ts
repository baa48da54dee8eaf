import { previewMessages as english } from '../en/previewMessages';
import { Translation } from '../shape/Translation';

export const previewMessages = {
  preview: {
    titleOn: 'Progressive Delivery für {{name}} einschalten',
    titleOff: 'Progressive Delivery für {{name}} ausschalten',
    back: 'Alle Ziele',
    where: '{{target}} · {{destination}}',
    nowhereTitle: 'Diese Vorschau gibt es nicht',
    nowhereDescription:
      'Die Adresse nennt kein Ziel dieser Komponente, oder sie sagt nicht, ob der Schalter ein- oder ausgeschaltet werden soll.',
    loading:
      'Das Chart wird mit und ohne den Schalter gerendert, und die Preflight-Checks laufen',
    failed: 'Die Vorschau ist fehlgeschlagen',
    forbidden:
      'Keine Berechtigung, Änderungen an dieser Komponente in der Vorschau zu sehen',
    switchedOff:
      'Nur Vorschau: Pull Requests sind in diesem Backstage deaktiviert, weil progressiveDelivery.proposals.enabled false ist.',
    alreadySet: 'Dieser Wert steht schon in Git. Es gibt nichts vorzuschlagen.',
    values: 'Änderung in {{file}}',
    manifests: 'Änderungen an den Manifesten',
    changed: '{{before}} → {{after}}',
    becomesChanged: '{{document}} ändert sich',
    added: '{{document}} kommt hinzu',
    removed: '{{document}} entfällt',
    nothingChanges: 'Kein gerendertes Manifest ändert sich.',
    unchanged_one: '{{count, number}} weiteres Dokument bleibt unverändert.',
    unchanged_other: '{{count, number}} weitere Dokumente bleiben unverändert.',
    patch: 'Änderungen an {{title}}',
    fields_one: '{{count, number}} Feld',
    fields_other: '{{count, number}} Felder',
    view: 'Darstellung der Änderungen',
    as: {
      fields: 'Felder',
      unified: 'Unified Diff',
      split: 'Nebeneinander',
    },
    filter: 'Nach Typ, Name oder geänderter Zeile filtern',
    found_one: '{{found, number}} von {{count, number}} Dokument',
    found_other: '{{found, number}} von {{count, number}} Dokumenten',
    copyAll: 'Diff kopieren',
    copyOne: 'Diff kopieren: {{title}}',
    copied: 'Kopiert',
    download: 'Diff herunterladen',
    unchangedLines_one: '{{count, number}} unveränderte Zeile',
    unchangedLines_other: '{{count, number}} unveränderte Zeilen',
    field: 'Feld',
    before: 'Vorher',
    after: 'Nachher',
    notThere: 'nicht gesetzt',
    movedFrom: 'war {{path}}',
    reordered: 'umsortiert',
    unstable: 'bei jedem Rendern anders, mit dieser Änderung und ohne sie',
    onlyIn: 'Nur in einem {{kind}}',
    secret:
      'Der Inhalt von Secrets wird nie angezeigt, nur dass er sich unterscheidet.',
    shortened:
      'Zu groß, um alles anzuzeigen. Der Pull Request zeigt, was geändert wird.',
    moreFields_one: '{{count, number}} weiteres Feld anzeigen',
    moreFields_other: '{{count, number}} weitere Felder anzeigen',
    moreDocuments_one: '{{count, number}} weiteres Dokument anzeigen',
    moreDocuments_other: '{{count, number}} weitere Dokumente anzeigen',
    moreLines_one: '{{count, number}} weitere Zeile anzeigen',
    moreLines_other: '{{count, number}} weitere Zeilen anzeigen',
    valuesChange: 'Änderung der Values',
    line: 'Zeile {{line}}',
    codeOwners: 'Code Owner laut {{file}}: {{owners}}',
    codeOwnersIncomplete:
      'Nicht alle Regeln in {{file}} ließen sich lesen. Es kann weitere Code Owner geben.',
    links: 'Diese Datei wird auch über diese Links verwendet: {{links}}',
    masked:
      'Werte sind ausgeblendet. Um sie zu sehen, ist die Berechtigung {{permission}} nötig.',
    hidden: {
      alone: '•••',
      same: '••• gleich',
      different: '••• verschieden',
    },
    hiddenLabel: {
      alone: 'ausgeblendeter Wert',
      same: 'ausgeblendeter Wert, in beiden Varianten gleich',
      different: 'ausgeblendeter Wert, in beiden Varianten verschieden',
    },
    profile:
      'Gerendert mit helm {{helm}}, kustomize {{kustomize}}, aus {{branch}} bei {{commit}}',
    profileKubernetes:
      'Gerendert mit helm {{helm}}, kustomize {{kustomize}}, für Kubernetes {{kubeVersion}} mit {{apiVersions}} API-Versionen, aus {{branch}} bei {{commit}}',
    form: 'Diese Änderung vorschlagen',
    title: 'Titel (optional)',
    titleHelp: 'Für den Pull Request und seinen Commit',
    draft: 'Als Entwurf öffnen',
    reason: 'Grund der Änderung (optional)',
    reasonHelp: 'Für alle, die den Pull Request reviewen',
    open: 'Pull Request öffnen',
    opening:
      'Es wird noch einmal gerendert und geprüft, dann auf einem Branch committet und der Pull Request geöffnet',
    openFailed: 'Der Pull Request ließ sich nicht öffnen',
    conflict: 'Diese Vorschau ist veraltet',
    previewAgain: 'Neue Vorschau',
    created: 'Pull Request #{{number}} geöffnet',
    existing: 'Pull Request #{{number}} war schon offen',
    updated: 'Pull Request #{{number}} war schon offen und ist jetzt aktuell',
    unknown: 'Pull Request #{{number}}',
    afterwards:
      'Bis er gemergt ist, ändert sich nichts. Diese Seite zeigt, wie weit er ist.',
    cancel: 'Abbrechen',
  },
} satisfies Translation<typeof english>;
