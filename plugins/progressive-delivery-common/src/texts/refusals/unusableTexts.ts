/** Why an entity cannot use what it names. */
export const unusableTexts = {
  notPointed:
    'Application {{namespace}}/{{application}} of Argo CD {{argocd}} does not point back at {{entity}}, and no rule of progressiveDelivery.allow lets it be used.',
  selectedNotPointed:
    'Applications that match in namespace {{namespace}} of Argo CD {{argocd}} do not point back at {{entity}}, and no rule of progressiveDelivery.allow lets them be used.',
  projectMissing:
    'Application {{namespace}}/{{application}} of Argo CD {{argocd}} points back at {{entity}}, which does not count because its AppProject does not exist.',
  projectRefuses:
    'Application {{namespace}}/{{application}} of Argo CD {{argocd}} points back at {{entity}}, which does not count because its AppProject does not permit the Application.',
  projectTooWide:
    'Application {{namespace}}/{{application}} of Argo CD {{argocd}} points back at {{entity}}, which does not count because its AppProject permits the sources by a wildcard that covers more than one organisation of a Git host. That proves what Argo CD may read, not what Backstage may.',
  overlayNotAllowed:
    'No rule of progressiveDelivery.allow lets {{entity}} use this repository and namespace.',
  namespaceNotCounted:
    'Namespace {{namespace}} is not among the applicationNamespaces of Argo CD {{argocd}} in progressiveDelivery.argocd.',
  argocdNamespaceNotCounted:
    'The namespace of Argo CD {{argocd}} itself is not among its applicationNamespaces in progressiveDelivery.argocd.',

  applicationMissing: 'There is no Application {{application}} in {{places}}.',
  nothingMatches: 'No Application matches in {{places}}.',
  noInstallations: 'No Argo CD is configured in this Backstage instance.',

  applicationUnreadable:
    'Application {{namespace}}/{{application}} of Argo CD {{argocd}} could not be read.',
  projectUnreadable:
    'The AppProject of Application {{namespace}}/{{application}} of Argo CD {{argocd}} could not be read.',
  selectionUnreadable:
    'The Applications that match in namespace {{namespace}} of Argo CD {{argocd}} could not be read.',
  selectedUnreadable:
    'One of the Applications that match in namespace {{namespace}} of Argo CD {{argocd}} could not be read.',

  withoutSource:
    'Application {{namespace}}/{{application}} of Argo CD {{argocd}} has no source.',
  tooManyMatch:
    '{{matching}} Applications match in namespace {{namespace}} of Argo CD {{argocd}}. Only the first {{used}} are used.',
  moreMatch:
    'More than {{used}} Applications match in namespace {{namespace}} of Argo CD {{argocd}}. Only the first {{used}} are used.',
  tooManyNames:
    'Only the first {{used}} of {{named, number}} names are looked up.',
  tooManyOverlays: 'Only the first {{used}} overlays are used.',
  applicationNameInvalid: '"{{name}}" is not the name of an Application.',
  namespaceInvalid: '"{{name}}" cannot be the name of a namespace.',
  annotatedNamespaceInvalid:
    '"{{name}}" in the annotation {{annotation}} cannot be the name of a namespace.',
  annotatedClusterInvalid:
    '"{{name}}" in the annotation {{annotation}} cannot be the name of a cluster.',
  selectorInvalid: 'This is not a label selector.',
  installationUnknown:
    'No Argo CD instance of that name is configured in this Backstage instance. Configured: {{known}}.',
  overlayInvalid: 'The overlay cannot be used: {{because}}',
} as const;
