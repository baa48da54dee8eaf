import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const adoptionObstacleTexts = {
  notAChart: 'Es gibt keine Chart.yaml, die ein Chart benennt',
  libraryChart:
    'Es ist ein Library-Chart, das selbst nichts rendert: das Chart vorbereiten, das es verwendet',
  noDeployment: 'Das Chart hat kein Deployment',
  deploymentsOfSubcharts:
    'Seine Deployments kommen aus den Charts {{charts}} darunter: diese vorbereiten',
  hasSwitch:
    '{{file}}, Zeile {{line}}: das Chart hat progressiveDelivery schon',
  notText: '{{file}} ist kein UTF-8',
  archiveUnreadable: '{{file}} lässt sich nicht entpacken: {{message}}',
  templateUnreadable:
    '{{template}}, Zeile {{line}}: eine Action ist nicht geschlossen, oder ein end schließt nichts',
  templateTooDeep:
    '{{template}}, Zeile {{line}}: mehr als 100 ineinander verschachtelte Bedingungen und Schleifen',
  tooManyDeployments:
    'Das Chart hat {{count, number}} Deployments. Höchstens {{limit, number}} werden auf einmal vorbereitet',
  withinDefine:
    '{{template}}, Zeile {{line}}: das Deployment steht in einem benannten Template ({{name}}), das mehrmals und mit eigenen Values gerendert werden kann',
  withinLoop:
    '{{template}}, Zeile {{line}}: das Deployment steht in einer Schleife, aber nicht über ein Mapping der Values, das je Workload ein Mapping hat (range {{over}})',
  otherKinds:
    '{{template}}, Zeile {{line}}: dasselbe Dokument ist unter einer Bedingung von anderem kind',
  kindComputed:
    '{{template}}, Zeile {{line}}: wo das Deployment gerendert wird, steht nicht kind: Deployment am Anfang einer Zeile',
  indented:
    '{{template}}, Zeile {{line}}: das Deployment steht nicht am Anfang der Zeile, etwa in einer List',
  noSection:
    '{{template}}, Zeile {{line}}: das Deployment hat in seinem Template kein eigenes {{key}}, oder es steht dort mehrmals',
  keysComputed:
    '{{template}}, Zeile {{line}}: was hier in {{key}} geschrieben wird, lässt sich am Text nicht erkennen',
  annotationsUnclear:
    '{{template}}, Zeile {{line}}: wohin die Annotation PruneLast gehört, lässt sich an den Annotationen hier nicht erkennen',
  syncOptions:
    '{{template}}, Zeile {{line}}: der Workload hat schon Sync-Optionen von Argo CD; zuerst PruneLast=true zu ihnen hinzufügen',
  noReplicas:
    '{{template}}, Zeile {{line}}: das Deployment hat kein replicas. Ein Rollout ohne replicas startet mit einem Pod: zuerst hinzufügen',
  replicasUnclear:
    '{{template}}, Zeile {{line}}: replicas wird unter einer Bedingung weggelassen, die mehr besagt, als dass es keinen Autoscaler gibt. Ein Rollout ohne replicas startet mit einem Pod: immer rendern lassen',
  strategyUnclear:
    '{{template}}, Zeile {{line}}: die Strategie steht zusammen mit anderem unter Bedingungen',
  referenceInBlock:
    '{{template}}, Zeile {{line}}: was auf ein Deployment verweist, steht in einer Schleife oder einem benannten Template',
  referenceUnclear:
    '{{template}}, Zeile {{line}}: welches Deployment hier gemeint ist, lässt sich am Text nicht erkennen',
  valuesShown:
    '{{template}}, Zeile {{line}}: zeigt die Values als Ganzes, etwa in einer Prüfsumme, die der Schalter ändern würde',
  valuesUnreadable: '{{file}} lässt sich nicht lesen: {{message}}',
  valuesNotAppendable:
    '{{file}} ist kein Mapping, an das sich etwas anhängen lässt',
  schemaUnreadable: '{{file}} ist kein gültiges JSON',
  schemaNotEditable:
    '{{file}} sagt nicht in properties, welche Values es geben darf',
  noKey: 'Kein Schlüssel der Values ist frei für den Schalter von {{workload}}',
  helmMissing:
    'Es gibt kein Kommando {{command}}: Helm installieren, oder angeben, wo es ist',
  helmUnusable:
    '{{command}} ist kein Helm 3 oder 4, das hier läuft: {{message}}',
  tookTooMuch:
    'Das Vorbereiten wurde abgebrochen, weil es länger als {{seconds}} s oder zu viel Speicher brauchte. Mit npx @progressive-delivery/cli adopt vorbereiten, das keine solche Grenze hat',
  doesNotRender:
    'Schon so, wie es ist, lässt sich das Chart nicht rendern, mit {{values}}: {{message}}',
  preparedDoesNotRender:
    'Mit dem Schalter lässt sich das Chart nicht rendern, mit {{values}}: {{message}}',
  preparedUnreadable:
    'Mit dem Schalter lassen sich die Manifeste nicht lesen, mit {{values}}: {{message}}',
  renderingUnreadable:
    'Was das Chart rendert, lässt sich nicht lesen: {{message}}',
  neverRendered:
    '{{template}}, Zeile {{line}}: das Deployment wird mit keinen der Values gerendert: eine Values-Datei hinzufügen, die es einschaltet',
  changedWhenOff:
    'Bei ausgeschaltetem Schalter würde sich {{object}} an {{path}} ändern, mit {{values}}',
  notARollout:
    'Bei eingeschaltetem Schalter würde {{object}} nicht zu einem Rollout desselben Namens, mit {{values}}',
  changedWhenOn:
    'Bei eingeschaltetem Schalter würde sich {{object}} an {{path}} ändern, mit {{values}}',
  stillPointsAt:
    'Bei eingeschaltetem Schalter würde {{object}} noch auf das Deployment {{name}} verweisen, mit {{values}}',
  scalesUnknown:
    '{{object}} skaliert das Deployment {{name}}, das das Chart nicht rendert, mit {{values}}',
  syncOptionsInValues:
    'argocd.argoproj.io/sync-options an {{object}} kommt aus {{values}}. Dort PruneLast=true hinzufügen und daneben progressiveDelivery.pruneLast auf false setzen',
  replicasMissing:
    'Bei eingeschaltetem Schalter hätte {{object}} kein replicas, mit {{values}}',
  lintSaysMore:
    'helm lint --strict würde mehr bemängeln als vorher: {{message}}',
  schemaAccepts: 'Das Schema würde {{what}} annehmen',
  schemaRefuses: 'Das Schema würde {{what}} ablehnen: {{message}}',
} satisfies Translation<typeof english.adoptionObstacle>;
