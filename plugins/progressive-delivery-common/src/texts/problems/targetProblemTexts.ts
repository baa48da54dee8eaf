/** What of a delivery target is ignored or left out, cannot be rendered, or does not let it be used. */
export const targetProblemTexts = {
  cannotPreview: 'Cannot preview: {{because}}',
  renderFailed: 'Argo CD cannot render this overlay now: {{message}}',
  renderingTooSlow: 'The overlay could not be rendered within {{seconds}} s',
  renderFailedWithChange:
    'The overlay does not render with this change: {{message}}',
  gitUnreadable: 'Git could not be read: {{message}}',
  targetUnchecked:
    'This target is shown as it was last known, because Argo CD could not be read',
  switchIsText:
    'The value of {{switch}} is the string "{{value}}", which templates treat as true unless it is empty. Write true or false without quotes.',

  destinationMissing:
    "The Application's destination needs either a server or a name, and has neither.",
  destinationAmbiguous:
    "The Application's destination needs either a server or a name, and has both.",
  clusterNameInvalid:
    'Live state is not shown: "{{name}}", the name of the destination, cannot be the name of a cluster.',
  namespaceNotPermitted:
    'What the Application has in namespace {{namespace}} is left out: the AppProject or rule that lets this component use it does not permit that namespace.',
  liveNotAllowed:
    'Live state is not shown: no rule allows this cluster and namespace. Add a rule to progressiveDelivery.allow in the app-config: {{yaml}}',

  pointerMalformed:
    '"{{part}}" in the annotation {{annotation}} of the Application is ignored: it is not of the form kind:namespace/name or kind:namespace/name#switch.',
  pointersUnread_one:
    'The last entity in the annotation {{annotation}} of the Application is not read: there are too many.',
  pointersUnread_other:
    'The last {{count, number}} entities in the annotation {{annotation}} of the Application are not read: there are too many.',
  pointersMalformed:
    'Parts of the annotation {{annotation}} of the Application are ignored: they are not of the form kind:namespace/name or kind:namespace/name#switch.',
  switchMalformed:
    '"{{part}}" in the annotation {{annotation}} of this component is ignored: it is not a values path that ends in progressiveDelivery.enabled.',
  switchesNotNamed:
    'None of the switches belongs to {{entity}}: the Application gives it {{switches}}, which its annotations do not name.',

  projectRefusesNamespace:
    'The AppProject does not permit Applications in namespace {{namespace}}.',
  projectRefusesSources:
    'The AppProject does not permit the sources of the Application: {{rule}}',
  projectRefusesDestination:
    'The AppProject does not permit the destination of the Application: {{rule}}',
  destinationRefused:
    'The destination of the Application is one that Argo CD refuses.',
} as const;
