/** What checks of the live cluster find. */
export const clusterFindingTexts = {
  'crdMissing.seen':
    'Cluster {{cluster}} has no custom resource definition rollouts.argoproj.io',
  'crdMissing.why':
    'The cluster does not know the kind Rollout, so Argo CD cannot apply one.',
  'crdMissing.remedy':
    'Install Argo Rollouts, with its custom resource definitions.',
  'crdMissing.code':
    'kubectl apply -k https://github.com/argoproj/argo-rollouts/manifests/crds?ref=stable',
  'crdNotEstablished.seen':
    'The custom resource definition rollouts.argoproj.io of cluster {{cluster}} is not established: {{condition}}',
  'crdNotEstablished.why': 'The API server does not serve Rollouts yet.',
  'crdNotEstablished.remedy':
    'Look at the conditions of the custom resource definition.',
  'crdNotEstablished.code':
    'kubectl get crd rollouts.argoproj.io -o jsonpath={.status.conditions}',
  'crdVersionMissing.seen':
    'The custom resource definition rollouts.argoproj.io of cluster {{cluster}} lacks {{lacks}}',
  'crdVersionMissing.why':
    'The controller and autoscalers need version v1alpha1 served, with the subresources status and scale.',
  'crdVersionMissing.remedy':
    'Apply the custom resource definitions of the Argo Rollouts release that runs.',
} as const;
