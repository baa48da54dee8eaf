import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

export const adoptionNoteTexts = {
  replicasAdded:
    '{{template}}, Zeile {{line}}: replicas wird jetzt immer gerendert, auch mit einem Autoscaler. Vor der Veröffentlichung auf das setzen, was gewöhnlich läuft, und Argo CD Unterschiede in /spec/replicas ignorieren lassen',
  mentions:
    '{{template}}, Zeile {{line}}: nennt deployment/…, das es nicht mehr gibt, wenn der Schalter an ist; „kubectl rollout“ und „kubectl logs“ kennen keine Rollouts',
  recreate:
    '{{object}} beendet seine alten Pods, bevor es neue startet (Recreate). Bei einem Canary laufen beide Versionen nebeneinander',
  claims:
    '{{object}} bindet Volumes ein, die vielleicht nur an einem Node nutzbar sind ({{claims}}). Bei einem Canary, und beim Umstellen selbst, laufen Pods nebeneinander',
  subchartDeployment:
    'Das Deployment {{name}} kommt aus {{template}}, einem Chart unter diesem, und bleibt, was es ist',
  syncOptionsFromValues:
    'Values, die argocd.argoproj.io/sync-options in {{path}} setzen, kollidieren mit der Annotation PruneLast=true: Sie müssen PruneLast=true selbst enthalten und progressiveDelivery.pruneLast auf false setzen',
  valuesEncrypted:
    'Mit {{file}} wurde es nicht probiert, da die Datei verschlüsselt ist',
  valuesLeftOut:
    'Mit weiteren Values des Repositorys, die es vielleicht verwenden, wurde es nicht probiert: {{number}}',
  valuesNotTried:
    '{{file}} verwendet das Chart vielleicht, und damit wurde es nicht probiert: {{message}}',
} satisfies Translation<typeof english.adoptionNote>;
