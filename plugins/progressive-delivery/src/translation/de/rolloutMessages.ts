import { rolloutMessages as english } from '../en/rolloutMessages';
import { Translation } from '../shape/Translation';

export const rolloutMessages = {
  rollout: {
    label: '{{kind}} {{name}}',
    serves: 'Der gesamte Traffic geht an Revision {{revision}}.',
    ready: '{{ready, number}} von {{desired, number}} bereit',
    available: '{{available, number}} verfügbar',
    nextAvailable: 'der nächste in {{remaining}}',
    podsReady: '{{ready, number}} von {{desired, number}} Pods bereit',
    podsReadyOfMore:
      '{{ready, number}} von {{current, number}} Pods bereit, {{desired, number}} gewünscht',
    weight:
      'Canary-Gewicht: {{set, number}}\u00a0% gesetzt, {{actual, number}}\u00a0% tatsächlich',
    weightSet: 'Canary-Gewicht: {{set, number}}\u00a0% gesetzt',
    steps: 'Canary-Schritte',
    stepAt: 'Schritt {{step, number}} von {{steps, number}}',
    stepsSkipped:
      'Die erste Revision überspringt die {{steps, number}} Schritte; das nächste Release durchläuft sie',
    stepsSkippedOf:
      '{{skipped, number}} von {{steps, number}} Schritten übersprungen',
    stepsAll: 'Alle {{steps, number}} Schritte erledigt',
    stepsAborted: 'Nicht alle {{steps, number}} Schritte wurden abgeschlossen',
    stepTook: 'dauerte {{span}}',
    stepFor: 'seit {{span}}',
    revision: 'Revision {{revision}}',
    commit: 'Commit {{commit}}',
    commitBy: 'Commit {{commit}} von {{author}}, vor {{since}}',
    podReady: 'bereit',
    podNotReady: 'nicht bereit',
    pod: '{{name}}: {{facts}}',
    because: '{{what}}: {{message}}',
    restarts_one: '{{count, number}} Neustart',
    restarts_other: '{{count, number}} Neustarts',
    pods: 'Pods von {{name}}',
    scaleDown: 'bleibt noch {{remaining}}',
    scaleDownOver: 'wird gleich entfernt',
    morePods_one:
      'und {{count, number}} weiterer Pod, der Aufmerksamkeit braucht',
    morePods_other:
      'und {{count, number}} weitere Pods, die Aufmerksamkeit brauchen',
    changed: '{{kind}} {{name}}: {{phase}}.',
    gone: '{{kind}} {{name}} gibt es nicht mehr.',
    silent: 'Der Controller von {{kind}} {{name}} reagiert nicht mehr.',
    changedIn: '{{kind}} {{name}} in {{target}} ist {{phase}}.',
    goneIn: '{{kind}} {{name}} in {{target}} gibt es nicht mehr.',
    silentIn:
      'Der Controller von {{kind}} {{name}} in {{target}} reagiert nicht mehr.',
  },
  images: {
    label: 'Was die neue Revision ändert',
    version: '{{name}}: {{before}} → {{after}}',
    image: '{{before}} → {{after}}',
    added: '{{image}} kommt hinzu',
    removed: '{{image}} entfällt',
    same: 'Gleiche Images wie die stabile Revision; etwas anderes im Pod-Template hat sich geändert',
  },
  rollouts: {
    loading: 'Live-Zustand wird geladen',
    empty: 'Hier läuft nichts.',
    failed: 'Live-Zustand ließ sich nicht lesen',
    asOf: 'Stand: vor {{age}}',
    silent: 'Das Backend ist verbunden, sendet aber nichts.',
    closed: 'Das Backend hat die Verbindung geschlossen.',
    signedOut:
      'Die Sitzung ist abgelaufen. Bitte neu anmelden, um den Live-Zustand zu sehen.',
    unwatched: 'Das Backend erreicht den Cluster nicht.',
    problems: 'Der Live-Zustand ist vielleicht unvollständig',
    nothing: 'Es läuft nichts',
  },
  phase: {
    Healthy: 'Healthy',
    Progressing: 'Progressing',
    Paused: 'Paused',
    Degraded: 'Degraded',
    Failing: 'Schlägt fehl',
    Missing: 'Nicht vorhanden',
    Unknown: 'Unbekannt',
  },
  /** Read out after the name of a step. */
  stepState: {
    done: 'erledigt',
    current: 'aktuell',
    waiting: 'ausstehend',
    skipped: 'übersprungen',
    failed: 'hier abgebrochen',
    unknown: 'unbekannt',
  },
  role: {
    stable: 'Stable',
    canary: 'Canary',
    active: 'Active',
    preview: 'Preview',
    old: 'Alt',
    unknown: 'Sonstige',
  },
} satisfies Translation<typeof english>;
