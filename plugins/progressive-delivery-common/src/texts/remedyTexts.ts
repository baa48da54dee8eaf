/** What lets an entity use what it names. */
export const remedyTexts = {
  annotateApplication:
    'Add to the annotations of Application {{namespace}}/{{application}}, after a comma if it has that annotation: {{yaml}}',
  annotateSelected:
    'Add to the annotations of each Application that delivers it, after a comma if it has that annotation: {{yaml}}',
  addAllowRule:
    'Add a rule to progressiveDelivery.allow in the app-config: {{yaml}}',
  createProject:
    'Create the AppProject that Application {{namespace}}/{{application}} names.',
  permitInProject:
    'Let the AppProject of Application {{namespace}}/{{application}} permit it.',
  listRepositories:
    'Add the repositories of the Application to progressiveDelivery.argocd[].repositories of Argo CD {{argocd}} in the app-config, or let sourceRepos of the AppProject name their organisation.',
  nameApplication:
    'Name the Argo CD Application that delivers it in argocd/app-name, and let that Application point back.',
  countNamespace:
    'Add the namespace to applicationNamespaces in progressiveDelivery.argocd of the app-config, if everybody who may write Applications there can be trusted.',

  correctApplication:
    'Correct the name in the annotation, or give the namespace, as namespace/name or in argocd/app-namespace.',
  correctSelection:
    'Correct the selector, or give the namespace in argocd/app-namespace.',
  configureInstallation:
    'Add your Argo CD to progressiveDelivery.argocd in the app-config.',

  correctField: 'Correct the field that the message names.',
  permitReading:
    "Let the account that the Kubernetes plugin uses for this cluster get and list Argo CD's applications and appprojects.",
  checkInstallation:
    "Check progressiveDelivery.argocd in the app-config against the Kubernetes plugin's clusters.",
  installKubernetes:
    'Add @backstage/plugin-kubernetes-backend to the backend, and its configuration to the app-config.',
  tryAgain:
    'Try again once the cluster answers. The Kubernetes tab shows whether Backstage reaches it.',

  addSource: 'Add spec.source or spec.sources to the Application.',
  narrowSelector: 'Narrow the selector down.',
  splitEntity: 'Split the entity, or name what matters most first.',
  correctName: 'Write the name, or namespace/name, as Argo CD has it.',
  correctNamespace: 'Write the namespace that the Application is in.',
  correctNamespaceName:
    'Use lowercase letters, digits and "-" only, at most 63 of them.',
  correctCluster:
    'Write the name that the Kubernetes plugin gives the cluster.',
  correctSelector: 'Write it as for kubectl, such as team=agents,tier!=test.',
  correctInstallation:
    'Name one of them, or remove the annotation to look in all.',
  correctOverlay:
    'Write url: and the URL of a directory on the Git host, or dir: and its path relative to the catalog file.',
} as const;
