import { statusMessages as english } from '../en/statusMessages';
import { Translation } from '../shape/Translation';

export const statusMessages = {
  strategy: {
    canary: 'Canary, nach Anzahl der Pods',
    canaryRouted: 'Canary, Traffic über {{routers}}',
    blueGreen: 'Blue-Green',
    rollingUpdate: 'Rolling Update',
    recreate: 'Recreate',
    unknown: 'unbekannte Strategie',
    workloadRef: 'Pod-Template aus {{kind}} {{name}}',
  },
  observation: {
    waiting:
      'Der Controller hat auf die letzte Änderung noch nicht reagiert (Generation {{generation}})',
    waitingSince:
      'Der Controller hat seit {{since}} nicht auf die letzte Änderung reagiert (Generation {{generation}})',
    silent: 'Der Controller reagiert seit {{since}} nicht',
    silentForSeveral_one:
      'Der Controller von Argo Rollouts reagiert bei {{count, number}} Rollout seit {{since}} nicht',
    silentForSeveral_other:
      'Der Controller von Argo Rollouts reagiert bei {{count, number}} Rollouts seit {{since}} nicht',
    silentCheck:
      'Prüfen, ob seine Pods laufen (Deployment argo-rollouts), ob er diesen Namespace verwaltet (--namespaced) und ob die Rollouts nicht das Label argo-rollouts.argoproj.io/controller-instance-id eines anderen Controllers tragen.',
    silentOn: {
      created: 'Seit der Erstellung nicht abgeglichen.',
      spec: 'Die letzte Änderung wurde noch nicht erfasst.',
      abort: 'Der Abbruch wurde noch nicht ausgeführt.',
      retry: 'Die Wiederholung hat nicht begonnen.',
      promotion: 'Das Promoten wurde noch nicht ausgeführt.',
      fullPromotion: 'Das vollständige Promoten wurde noch nicht ausgeführt.',
      pauseEnd: 'Die Pause ist vorbei, aber es geht nicht weiter.',
      deploymentSpec: 'Die letzte Änderung wurde noch nicht erfasst.',
    },
    silentHelp:
      'Alles andere hier ist das, was der Controller zuletzt gemeldet hat.',
  },
  pause: {
    label: 'Worauf gewartet wird',
    step: 'Wartet darauf, promotet zu werden',
    stepSince: 'Wartet seit {{since}} darauf, promotet zu werden',
    stepEnds: 'Geht in {{remaining}} automatisch weiter ({{time}})',
    blueGreen:
      'Die neue Revision ist bereit und wartet darauf, promotet zu werden',
    blueGreenSince:
      'Die neue Revision ist bereit und wartet seit {{since}} darauf, promotet zu werden',
    blueGreenEnds:
      'Die neue Revision wird in {{remaining}} automatisch aktiv ({{time}})',
    inconclusiveAnalysis:
      'Eine Analyse ergab kein eindeutiges Ergebnis (Inconclusive). Messwerte prüfen, dann promoten oder abbrechen',
    inconclusiveAnalysisSince:
      'Eine Analyse ergab vor {{since}} kein eindeutiges Ergebnis (Inconclusive). Messwerte prüfen, dann promoten oder abbrechen',
    inconclusiveExperiment:
      'Ein Experiment ergab kein eindeutiges Ergebnis (Inconclusive). Messwerte prüfen, dann promoten oder abbrechen',
    inconclusiveExperimentSince:
      'Ein Experiment ergab vor {{since}} kein eindeutiges Ergebnis (Inconclusive). Messwerte prüfen, dann promoten oder abbrechen',
    byHand: 'Manuell pausiert, bis der Rollout fortgesetzt wird',
    byHandSince:
      'Seit {{since}} manuell pausiert, bis der Rollout fortgesetzt wird',
    other: 'Pausiert: {{reason}}',
    otherSince: 'Seit {{since}} pausiert: {{reason}}',
    over: 'Die Pause ist vorbei. Es geht gleich weiter.',
    since: 'seit {{since}}',
  },
  limits: {
    doneNotBefore:
      'Frühestens in {{remaining}} mit allen Schritten fertig ({{time}}).',
    doneNotBeforeFromNow:
      'Frühestens in {{remaining}} mit allen Schritten fertig.',
    deadline:
      'Gilt in {{remaining}} als fehlgeschlagen ({{time}}), wenn es nicht vorangeht.',
    deadlineAborts:
      'Wird in {{remaining}} abgebrochen ({{time}}), wenn es nicht vorangeht.',
    deadlineOver: 'Die Progress Deadline ist seit {{since}} überschritten.',
  },
  abort: {
    title: 'Abgebrochen',
    titleAt: 'Abgebrochen bei Schritt {{step}} von {{steps}}: {{description}}',
    titleAfterSteps: 'Abgebrochen nach Schritt {{steps}} von {{steps}}',
    titleUnknown:
      'Abgebrochen; bei welchem der {{steps}} Schritte, ist nicht mehr bekannt',
    when: '{{where}}, vor {{since}}',
    byHand: 'Manuell abgebrochen.',
    controllerSays: 'Der Controller meldet:',
    notYet: 'Der Controller hat noch nicht darauf reagiert.',
  },
  degraded: {
    pastInvalidSpec:
      'Healthy; im Status steht noch eine alte Condition InvalidSpec',
    pastInvalidSpecSince:
      'Healthy; im Status steht noch eine {{age}} alte Condition InvalidSpec',
    invalidSpec:
      'Die Spec ist ungültig. Bis sie korrigiert ist, passiert nichts',
    deadline: 'Die Progress Deadline ist überschritten',
    other: 'Fehlgeschlagen',
  },
  pods: {
    failing_one: '{{count, number}} Pod ({{role}}) schlägt fehl: {{reasons}}',
    failing_other:
      '{{count, number}} Pods ({{role}}) schlagen fehl: {{reasons}}',
    why: {
      CrashLoopBackOff: 'Crash-Loop (CrashLoopBackOff)',
      CreateContainerConfigError:
        'Konfigurationsfehler (CreateContainerConfigError)',
      ErrImagePull: 'das Image lässt sich nicht laden (ErrImagePull)',
      ImagePullBackOff: 'das Image lässt sich nicht laden (ImagePullBackOff)',
      OOMKilled: 'zu wenig Speicher (OOMKilled)',
      Unschedulable: 'kein passender Node (Unschedulable)',
    },
    role: {
      stable: 'Stable',
      canary: 'Canary',
      active: 'Active',
      preview: 'Preview',
      old: 'alt',
      unknown: 'sonstige',
    },
    column: {
      name: 'Pod',
      revision: 'Revision',
      state: 'Zustand',
      ready: 'Bereit',
      restarts: 'Neustarts',
      age: 'Alter',
    },
    restarts: '{{restarts, number}}',
    showMore_one: 'Weitere Pods anzeigen ({{count, number}})',
    showMore_other: 'Weitere Pods anzeigen ({{count, number}})',
    counted_one: '{{count, number}} Pod: {{states}}',
    counted_other: '{{count, number}} Pods: {{states}}',
    reason: '{{pods, number}} × {{reason}}',
    group: '{{pods, number}} × {{reason}}:',
    example: 'Pod {{name}}',
    logs: 'Logs in Argo CD ansehen',
    logsOf: 'Logs in Argo CD ansehen: Pod {{name}}',
    age: '{{since}} alt',
    container: 'Container {{container}}',
    ended: 'Beendet mit Exit-Code {{code}}',
    endedSince: 'Vor {{since}} beendet mit Exit-Code {{code}}',
    endedBy: 'Beendet mit Exit-Code {{code}} ({{reason}})',
    endedBySince: 'Vor {{since}} beendet mit Exit-Code {{code}} ({{reason}})',
  },
  unread: {
    sentence:
      'Nicht lesbar, die Anzeige ist möglicherweise unvollständig: {{parts}}',
    pods: 'Pods ließen sich nicht lesen',
    part: {
      replicaSets: 'ReplicaSets',
      pods: 'Pods',
      analysisRuns: 'AnalysisRuns',
      experiments: 'Experimente',
      services: 'Services',
      events: 'Events',
    },
  },
  analysis: {
    underway: 'Analysen',
    label: 'AnalysisRun {{name}}',
    metrics: 'Metriken von {{name}}',
    measurements: 'Letzte Messungen von {{name}}',
    phase: {
      Pending: 'Pending',
      Running: 'Running',
      Successful: 'Successful',
      Failed: 'Failed',
      Error: 'Error',
      Inconclusive: 'Inconclusive',
      Unknown: 'Unbekannt',
    },
    kind: {
      step: 'Analyse eines Schritts',
      stepAt: 'Analyse von Schritt {{step, number}}',
      background: 'Hintergrundanalyse',
      prePromotion: 'Analyse vor dem Promoten',
      postPromotion: 'Analyse nach dem Promoten',
      experiment: 'Analyse des Experiments',
      other: 'Analyse',
    },
    started: 'vor {{since}} gestartet',
    ended: 'vor {{since}} beendet',
    measuredSince: 'vor {{since}}',
    chart: '{{name}}: von {{lowest}} bis {{highest}}, zuletzt {{last}}',
    chartLimit:
      '{{name}}: von {{lowest}} bis {{highest}}, zuletzt {{last}}; Schwellwert {{limit}}',
    values: 'Werte von {{name}}',
    valuesShort: 'Werte',
    value: 'Wert',
    result: 'Ergebnis',
    time: 'Zeit',
    note: 'Anmerkung',
    last: 'zuletzt gemessen: {{value}}',
    wanted: 'erfolgreich, wenn {{condition}}',
    unwanted: 'fehlgeschlagen, wenn {{condition}}',
    measured: '{{measured, number}} gemessen',
    measuredOf: '{{measured, number}} von {{wanted, number}} gemessen',
    inARow:
      '{{successes, number}} von {{wanted, number}} erfolgreichen in Folge',
    failed: '{{failed, number}} fehlgeschlagen ({{limit, number}} erlaubt)',
    failedAny: '{{failed, number}} fehlgeschlagen (beliebig viele erlaubt)',
    inconclusive:
      '{{inconclusive, number}} ohne Ergebnis ({{limit, number}} erlaubt)',
    errors:
      'Fehler: {{errors, number}}, {{inARow, number}} in Folge ({{limit, number}} erlaubt)',
    provider: 'von {{provider}}',
    interval: 'alle {{interval}}',
    dryRun: 'Dry-Run: ohne Einfluss auf das Ergebnis',
  },
  experiment: {
    label: 'Experiment {{name}}',
    title: 'Experiment',
    titleAt: 'Experiment von Schritt {{step, number}}',
    until: 'endet in {{remaining}} ({{time}})',
    templates: 'Templates von {{name}}',
    template:
      '{{name}}: {{available, number}} von {{desired, number}} verfügbar',
    service: 'Service {{service}}',
    analysesUnread: 'Seine Analysen ließen sich nicht lesen',
  },
  services: {
    label: 'Services',
    line: '{{service}} ({{role}}) selektiert {{selected}}',
    share: 'erhält {{share, number}}\u00a0% des Traffics',
    role: {
      stable: 'Stable',
      canary: 'Canary',
      active: 'Active',
      preview: 'Preview',
      ping: 'Ping',
      pong: 'Pong',
      unknown: 'sonstiger',
    },
    missing: 'nichts: Einen Service dieses Namens gibt es nicht',
    all: 'die Pods aller Revisionen',
    hash: 'Pods mit dem Hash {{podHash}}, den keine der Revisionen oben hat',
    revision: 'Revision {{revision}}',
    revisionRole: 'Revision {{revision}} ({{role}})',
    missingTitle_one: 'Ein Service fehlt: {{names}}',
    missingTitle_other: 'Services fehlen: {{names}}',
    missingHelp_one:
      'Ohne ihn lässt sich kein Traffic leiten: im Chart ergänzen oder den Namen im Rollout korrigieren.',
    missingHelp_other:
      'Ohne sie lässt sich kein Traffic leiten: im Chart ergänzen oder die Namen im Rollout korrigieren.',
  },
  events: {
    label: 'Events',
    warning: 'Warnung:',
    warns: 'Warnungen des Clusters: {{reasons}}',
    of: '{{kind}} {{name}}: {{message}}',
    repeated: '{{message}} ({{times, number}}-mal)',
    repeatedOf: '{{kind}} {{name}}: {{message}} ({{times, number}}-mal)',
  },
  manifest: {
    title: 'YAML',
    label: 'YAML von {{name}}',
    loading: 'YAML wird geladen',
    failed: 'Das YAML ließ sich nicht laden',
    asOf: 'Stand {{time}}',
    reload: 'Neu laden',
    copy: 'YAML von {{name}} kopieren',
    download: 'YAML von {{name}} herunterladen',
    notRendered:
      'Werte sind ausgeblendet, weil sich nicht feststellen lässt, welche davon in Secrets stehen',
    secret: 'Der Inhalt von Secrets wird nie angezeigt.',
    shortened: 'Zu groß, um alles anzuzeigen.',
  },
  details: {
    label: 'Mehr zu {{name}}',
    kubernetes: 'Pods und Logs in Kubernetes',
    argocd: '{{kind}} in Argo CD',
    steps_one: '{{count, number}} Schritt',
    steps_other: '{{count, number}} Schritte',
    analyses_one: '{{count, number}} frühere Analyse',
    analyses_other: '{{count, number}} frühere Analysen',
    experiments_one: '{{count, number}} früheres Experiment',
    experiments_other: '{{count, number}} frühere Experimente',
    pods_one: '{{count, number}} Pod',
    pods_other: '{{count, number}} Pods',
    services_one: '{{count, number}} Service',
    services_other: '{{count, number}} Services',
    events_one: '{{count, number}} Event',
    events_other: '{{count, number}} Events',
    eventsWarnings_one: 'Events: {{count, number}} Warnung',
    eventsWarnings_other: 'Events: {{count, number}} Warnungen',
  },
} satisfies Translation<typeof english>;
