import { PartOf } from '../../../shape/PartOf';

export const projectReasonTexts = {
  deniedBy: 'Verboten durch {{field}}',
  deniedByOlderArgocd:
    'Verboten durch {{field}}, das Argo CD 3.4 und 3.5 unabhängig vom Namespace auslegen',
  deniedAsAmbiguous: 'Verboten als mehrdeutige URL',
  deniedByScopedClusters:
    'Verboten durch spec.permitOnlyProjectScopedClusters: Die Cluster eines Projekts stehen in Secrets, die nicht gelesen werden',
  patternsTooSlow: 'Die Muster abzugleichen dauert zu lange',
  notAmong: 'Nicht in {{field}} enthalten',
} satisfies PartOf<'reason'>;
