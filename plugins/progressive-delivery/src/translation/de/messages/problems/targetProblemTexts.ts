import { PartOf } from '../../../shape/PartOf';

export const targetProblemTexts = {
  cannotPreview: 'Keine Vorschau möglich: {{because}}',
  renderFailed:
    'Argo CD kann dieses Overlay derzeit nicht rendern: {{message}}',
  renderingTooSlow:
    'Das Overlay ließ sich nicht innerhalb von {{seconds}} s rendern',
  renderFailedWithChange:
    'Mit dieser Änderung lässt sich das Overlay nicht rendern: {{message}}',
  gitUnreadable: 'Git ließ sich nicht lesen: {{message}}',
  targetUnchecked:
    'Dieses Ziel wird mit dem letzten bekannten Stand angezeigt, weil sich Argo CD nicht lesen ließ',
  switchIsText:
    'Der Wert von {{switch}} ist der Text "{{value}}", den ein Template als true versteht, sofern er nicht leer ist. true oder false ohne Anführungszeichen schreiben.',

  destinationMissing:
    'Die Destination der Application braucht entweder einen server oder einen name und hat keines von beiden.',
  destinationAmbiguous:
    'Die Destination der Application braucht entweder einen server oder einen name und hat beides.',
  clusterNameInvalid:
    'Der Live-Zustand wird nicht angezeigt: "{{name}}", der Name der Destination, kann kein Name eines Clusters sein.',
  namespaceNotPermitted:
    'Was die Application in Namespace {{namespace}} hat, fehlt hier: Das AppProject oder die Regel, durch die diese Komponente sie nutzen darf, erlaubt diesen Namespace nicht.',
  liveNotAllowed:
    'Der Live-Zustand wird nicht angezeigt, weil keine Regel diesen Cluster und Namespace erlaubt. In der app-config eine Regel zu progressiveDelivery.allow hinzufügen: {{yaml}}',

  pointerMalformed:
    '"{{part}}" in der Annotation {{annotation}} der Application wird ignoriert: Es hat nicht die Form kind:namespace/name oder kind:namespace/name#switch.',
  pointersUnread_one:
    'Die letzte Entität in der Annotation {{annotation}} der Application wird nicht gelesen: Es sind zu viele.',
  pointersUnread_other:
    'Die letzten {{count, number}} Entitäten in der Annotation {{annotation}} der Application werden nicht gelesen: Es sind zu viele.',
  pointersMalformed:
    'Teile der Annotation {{annotation}} der Application werden ignoriert: Sie haben nicht die Form kind:namespace/name oder kind:namespace/name#switch.',
  switchMalformed:
    '"{{part}}" in der Annotation {{annotation}} dieser Komponente wird ignoriert: Es ist kein Values-Pfad, der auf progressiveDelivery.enabled endet.',
  switchesNotNamed:
    'Keiner der Schalter gehört {{entity}}: Die Application gibt ihr {{switches}}, was ihre Annotationen nicht nennen.',

  projectRefusesNamespace:
    'Das AppProject erlaubt keine Applications in Namespace {{namespace}}.',
  projectRefusesSources:
    'Das AppProject erlaubt die Sources der Application nicht: {{rule}}',
  projectRefusesDestination:
    'Das AppProject erlaubt die Destination der Application nicht: {{rule}}',
  destinationRefused: 'Argo CD lehnt die Destination der Application ab.',
} satisfies PartOf<'problem'>;
