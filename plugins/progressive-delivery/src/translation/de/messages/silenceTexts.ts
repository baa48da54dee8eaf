import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

const CHECK_ARGO_ROLLOUTS =
  'Prüfen, ob seine Pods laufen (Deployment argo-rollouts), ob er diesen Namespace verwaltet (--namespaced) und ob der Rollout nicht das Label argo-rollouts.argoproj.io/controller-instance-id eines anderen Controllers trägt.';

export const silenceTexts = {
  created: `Der Controller von Argo Rollouts hat diesen Rollout seit seiner Erstellung nicht abgeglichen. ${CHECK_ARGO_ROLLOUTS}`,
  spec: `Der Controller von Argo Rollouts hat Generation {{generation}} dieses Rollouts nicht erfasst. ${CHECK_ARGO_ROLLOUTS}`,
  abort: `Der Controller von Argo Rollouts hat auf den Abbruch nicht reagiert. ${CHECK_ARGO_ROLLOUTS}`,
  retry: `Der Controller von Argo Rollouts hat auf die Wiederholung nicht reagiert. ${CHECK_ARGO_ROLLOUTS}`,
  promotion: `Der Controller von Argo Rollouts hat auf das Promoten nicht reagiert. ${CHECK_ARGO_ROLLOUTS}`,
  fullPromotion: `Der Controller von Argo Rollouts hat auf das vollständige Promoten nicht reagiert. ${CHECK_ARGO_ROLLOUTS}`,
  pauseEnd: `Die Pause ist vorbei, und der Controller von Argo Rollouts hat nicht weitergemacht. ${CHECK_ARGO_ROLLOUTS}`,
  deploymentSpec:
    'Der Deployment-Controller hat Generation {{generation}} dieses Deployments nicht erfasst. Prüfen, ob kube-controller-manager in diesem Cluster läuft.',
} satisfies Translation<typeof english.silence>;
