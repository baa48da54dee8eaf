import { targetMessages as english } from '../en/targetMessages';
import { Translation } from '../shape/Translation';

export const targetMessages = {
  title: 'Progressive Delivery',
  loading: 'Ziele werden geladen',
  retry: 'Erneut versuchen',
  retrying: 'Neuer Versuch läuft …',
  error: {
    title: 'Die Ziele ließen sich nicht laden',
    forbiddenTitle:
      'Keine Berechtigung zu sehen, wohin diese Komponente ausgeliefert wird',
    forbiddenDescription:
      'Die Permission Policy dieses Backstage verweigert progressive-delivery.delivery.read für diese Entität. Zugriff geben ihre Owner oder ein Backstage-Administrator. Das Backend meldet: {{message}}',
    stale: 'Nicht aktuell seit {{time}}. Nächster Versuch läuft.',
    staleAge: 'Die angezeigten Daten sind {{age}} alt.',
  },
  empty: {
    annotationTitle: 'Diese Komponente sagt nicht, wohin sie ausgeliefert wird',
    annotationDescription:
      'Eine dieser Annotationen in ihrer catalog-info.yaml ergänzen. Mehrere Namen durch Kommas trennen.',
    annotationArgocd: 'Die Argo-CD-Application, die sie ausliefert:',
    annotationOverlay:
      'Oder, wo Backstage Argo CD nicht lesen kann, das Verzeichnis ihres Overlays:',
    targetsTitle: 'Kein Ziel gefunden',
    targetsDescription:
      'Die Annotationen dieser Komponente verweisen auf etwas, das es nicht gibt. In ihrer catalog-info.yaml korrigieren oder das Fehlende anlegen:',
  },
  setup: {
    title:
      'Progressive Delivery ist in diesem Backstage nicht vollständig eingerichtet',
    description:
      'Ein Backstage-Administrator kann in der app-config ergänzen, was fehlt:',
    docs: 'Dokumentation',
    lines: 'Zeilen für die app-config',
  },
  unusable: {
    because: '{{reason}}: {{message}}',
    title: '{{reference}} ist nicht nutzbar',
    reason: {
      'not-allowed': 'Nicht erlaubt',
      'not-found': 'Nicht gefunden',
      unreachable: 'Nicht erreichbar',
      invalid: 'Ungültig',
      unknown: 'Nicht nutzbar',
    },
    remedy: 'Zur Behebung:',
    remedies: 'Zur Behebung genügt eines davon:',
    copy: 'Kopieren',
  },
  nextSteps: {
    waits: 'Weitere Versuche laufen automatisch.',
    cluster:
      'Weitere Versuche laufen automatisch. Der Tab Kubernetes zeigt, ob Backstage den Cluster erreicht.',
    account: 'Zugriff geben die Administratoren des Clusters.',
    git: 'Weitere Versuche laufen automatisch. Was läuft, ist davon nicht betroffen.',
    render: 'In Git korrigieren: Diese Seite zieht automatisch nach.',
    project: 'Ein Argo-CD-Administrator kann es im AppProject erlauben.',
  },
  target: {
    problems: 'Probleme mit diesem Ziel',
    destination: '{{cluster}} / {{namespace}}',
    unknownCluster: 'unbekannter Cluster',
    unknownNamespace: 'unbekannter Namespace',
    argocd: 'Argo CD: {{sync}}, {{health}}',
    commit: '{{repository}} {{path}} bei {{revision}}, Commit {{commit}}',
    revision: '{{repository}} {{path}} bei {{revision}}',
  },
  switches: {
    title: 'Schalter, die keinen Workload umstellen',
    note: '{{switch}}: {{note}}',
  },
  workloads: {
    label: 'Workloads von {{target}}',
    empty: 'Zu diesem Ziel ist kein Deployment oder Rollout bekannt.',
    name: 'Workload',
    namespace: 'im Namespace {{namespace}}',
    inGit: 'In Git',
    live: 'Live',
    switch: 'Progressive Delivery',
    unknown: 'unbekannt',
    pending: 'noch nicht bekannt',
    rendering: 'Die Manifeste aus Git werden gerendert',
    nothingLive: 'nichts',
    noSwitch: 'Kein Schalter im Chart',
    toggle: {
      turnOnShort: 'Vorschau als Rollout',
      turnOffShort: 'Vorschau als Deployment',
      turnOn: 'Vorschau als Rollout: {{name}}, {{target}}',
      turnOff: 'Vorschau als Deployment: {{name}}, {{target}}',
      off: 'In Git ausgeschaltet',
      on: 'In Git eingeschaltet',
      offNotLive: 'In Git ausgeschaltet, noch nicht live',
      onNotLive: 'In Git eingeschaltet, noch nicht live',
      askedOn: 'Pull Request #{{number}} schaltet ihn ein',
      askedOff: 'Pull Request #{{number}} schaltet ihn aus',
    },
    notOwned: 'Der Schalter {{switch}} gehört einer anderen Komponente',
    notPermitted:
      'Keine Berechtigung, für diese Komponente Pull Requests zu öffnen. Die Owner fragen.',
    previewNotPermitted:
      'Keine Berechtigung, Änderungen an dieser Komponente in einer Vorschau zu sehen (progressive-delivery.comparison.read). Die Owner fragen.',
    undecided: 'Offene Pull Requests werden gesucht',
    proposalsUnknown:
      'Ob ein Pull Request offen ist, ließ sich nicht feststellen',
  },
} satisfies Translation<typeof english>;
