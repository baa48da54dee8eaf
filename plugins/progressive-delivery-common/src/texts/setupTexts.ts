/** What an installation lacks. */
export const setupTexts = {
  clustersMissing:
    'No Kubernetes cluster is configured: kubernetes.clusterLocatorMethods is missing or empty in the app-config. Argo CD and workloads are read through the Kubernetes plugin.',
  argocdMissing:
    'No Argo CD is configured: progressiveDelivery.argocd is missing or empty in the app-config. Components are found by the Argo CD Applications that deliver them.',
  argocdClusterUnknown:
    'progressiveDelivery.argocd says that Argo CD {{argocd}} runs in cluster {{cluster}}, which is not one of the Kubernetes plugin: it has {{known}}.',
  gitHostsMissing:
    'No Git host is configured: integrations is missing or empty in the app-config. GitOps repositories are read and changed with its credentials.',
  gitUnusable: 'No repository can be read. {{because}}',
  toolsUnusable: 'No change can be previewed. {{because}}',
  argocdToolsUnusable:
    'No change can be previewed of what Argo CD {{argocd}} delivers. {{because}}',
} as const;
