import { preparationMessages as english } from '../en/preparationMessages';
import { Translation } from '../shape/Translation';

export const preparationMessages = {
  preparation: {
    prepare: 'Dieses Chart vorbereiten',
    prepareFor: 'Dieses Chart vorbereiten, für {{name}}',
    asked: 'Pull Request #{{number}} bereitet dieses Chart vor',
    done: 'Pull Request #{{number}} hat dieses Chart vorbereitet',
    notMerged: 'Pull Request #{{number}} zum Vorbereiten dieses Charts',
    proposalUnknown:
      'Backstage kann nicht feststellen, ob es einen Pull Request für dieses Chart gibt',
    byOthers:
      'Das Chart hat den Schalter schon. Backstage hat keinen eigenen Pull Request gefunden, der ihn eingebaut hat.',
    nextSteps: 'Nächste Schritte',
    nextStepsFor: 'Nächste Schritte für {{name}}',
    noSwitchTitle: 'Das Chart {{chart}} hat keinen Schalter',
    noChartTitle: 'Kein Chart, das einen Schalter bekommen könnte',
    byHand: 'Den Schalter von Hand in ein Chart einbauen',
    title: '{{chart}} für Progressive Delivery vorbereiten',
    titleOfSome: 'Ein Chart für Progressive Delivery vorbereiten',
    from: '{{directory}} in {{repository}}',
    loadingPage: 'Die Charts dieses Ziels werden geladen',
    chartsFailed: 'Die Charts dieses Ziels ließen sich nicht lesen',
    unreadable:
      'Sources dieses Ziels ließen sich nicht lesen. Ihre Charts werden nicht gezeigt',
    unreadableSource: '{{source}}: {{because}}',
    choose: 'Chart auswählen',
    charts: 'Charts von {{target}}',
    hasSwitch: 'Schalter vorhanden',
    hasNoSwitch: 'Kein Schalter',
    nowhereTitle: 'Dieses Chart gibt es nicht',
    nowhereDescription:
      'Diese URL nennt kein Ziel dieser Komponente oder kein Chart dieses Ziels.',
    working:
      'Der Schalter wird in das Chart eingebaut, und mit Helm wird geprüft, dass sich sonst nichts ändert',
    failed: 'Das Chart ließ sich nicht vorbereiten',
    forbidden:
      'Es fehlt die Berechtigung, zu sehen, was das Vorbereiten dieses Charts ändert',
    outdated: 'Diese Prüfung ist veraltet',
    notOwned: 'Diese Komponente darf dieses Chart nicht vorbereiten',
    notOwnedHelp:
      'Das Chart bekäme Schalter, die nicht zu dieser Komponente gehören: {{switches}}. Die Owner der Komponenten fragen, zu denen sie gehören. Sollen sie zu dieser gehören, müssen sie in ihrer Annotation {{annotation}} stehen, und in der Annotation {{entities}} der Application, falls es eine gibt.',
    refused: 'Dieses Chart lässt sich nicht automatisch vorbereiten',
    refusedHelp:
      'Es wurde nichts geändert. Entweder diese Probleme beheben und erneut prüfen, oder den Schalter von Hand einbauen.',
    obstacles: 'Gefundene Probleme',
    copyObstacles: 'Die Probleme kopieren',
    checkAgain: 'Erneut prüfen',
    prepared_one:
      'Ein Pull Request kann den Schalter für {{count, number}} Workload einbauen. Er ist zunächst aus: Durch den Merge wird der Workload nicht zu einem Rollout.',
    prepared_other:
      'Ein Pull Request kann die Schalter für {{count, number}} Workloads einbauen. Sie sind zunächst aus: Durch den Merge wird kein Workload zu einem Rollout.',
    proof: 'Mit Helm geprüft',
    proofOff:
      'Ist der Schalter aus, rendert das Chart dieselben Manifeste wie vorher, bis auf die Annotation PruneLast=true.',
    proofOffReplicas:
      'Ist der Schalter aus, rendert das Chart dieselben Manifeste wie vorher, bis auf die Annotation PruneLast=true und spec.replicas, das es jetzt auch mit einem Autoscaler rendert.',
    proofOn:
      'Ist der Schalter an, ändern sich nur diese Workloads und Verweise auf sie. Sie werden zu Rollouts mit gleichem Namen, gleichen Labels, gleichem Selector und gleichem Pod-Template: {{workloads}}',
    proofLint:
      'helm lint --strict meldet nichts, was es nicht vorher schon gemeldet hat.',
    proofSchema:
      'Das Schema der Values lässt den Schalter ein- und ausgeschaltet zu und lehnt andere Werte ab.',
    proofValues_one: 'Gerendert mit {{count, number}} Satz von Values',
    proofValues_other: 'Gerendert mit {{count, number}} Sätzen von Values',
    switches: 'Schalter',
    switchOf: '{{switch}}: das Deployment in {{template}}, Zeile {{line}}',
    notes: 'Vor dem Merge',
    files: 'Änderungen am Chart',
    newFile: 'neue Datei',
    copyFile: 'Den Diff von {{file}} kopieren',
    masked:
      'Nur geänderte Zeilen werden gezeigt. Um die Zeilen drumherum zu sehen, ist die Berechtigung {{permission}} nötig.',
    readFrom: 'Gelesen aus {{branch}} bei {{commit}}',
    base: 'Mit Helm geprüft, aus {{branch}} bei {{commit}}',
    change: 'Änderungen ansehen',
    again: 'Erneut vorbereiten',
    update: 'Pull Request aktualisieren',
    steps: 'Vom Chart zum ersten Canary',
    pruneLast: 'PruneLast ist live',
    turnOn: 'Eingeschaltet',
    awaitingMerge: 'Wartet auf Review und Merge des Pull Requests.',
    awaitingSwitch:
      'Gemergt. Wartet darauf, dass das Chart, das dieses Ziel rendert, den Schalter hat.',
    pruneLastMissing:
      'Wartet auf die Synchronisierung durch Argo CD. Workloads noch ohne die Sync-Option PruneLast=true: {{workloads}}',
    pruneLastUnknown:
      'Backstage kann nicht feststellen, ob die laufenden Workloads die Sync-Option PruneLast=true haben.',
    ready: 'Alles ist bereit. Was der Schalter ändert, zeigt die Vorschau:',
    previewSwitch: 'Vorschau von {{switch}}',
    turnedOn: 'Der Schalter ist eingeschaltet.',
  },
} satisfies Translation<typeof english>;
