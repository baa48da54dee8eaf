const CHECK_ARGO_ROLLOUTS =
  'Check that its pods are running (Deployment argo-rollouts), that it manages this namespace (--namespaced), and that the Rollout does not have the label argo-rollouts.argoproj.io/controller-instance-id of another controller.';

/** What a controller should have done and has not, and what to check. */
export const silenceTexts = {
  created: `The Argo Rollouts controller has not reconciled this Rollout since it was created. ${CHECK_ARGO_ROLLOUTS}`,
  spec: `The Argo Rollouts controller has not observed generation {{generation}} of this Rollout. ${CHECK_ARGO_ROLLOUTS}`,
  abort: `The Argo Rollouts controller has not acted on the abort. ${CHECK_ARGO_ROLLOUTS}`,
  retry: `The Argo Rollouts controller has not acted on the retry. ${CHECK_ARGO_ROLLOUTS}`,
  promotion: `The Argo Rollouts controller has not acted on the promotion. ${CHECK_ARGO_ROLLOUTS}`,
  fullPromotion: `The Argo Rollouts controller has not acted on the full promotion. ${CHECK_ARGO_ROLLOUTS}`,
  pauseEnd: `The pause has ended, but the Argo Rollouts controller has not continued. ${CHECK_ARGO_ROLLOUTS}`,
  deploymentSpec:
    'The Deployment controller has not observed generation {{generation}} of this Deployment. Check that kube-controller-manager is running in this cluster.',
} as const;
