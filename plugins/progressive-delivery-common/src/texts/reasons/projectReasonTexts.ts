/** What of an AppProject refuses an Application. `field`: such as `spec.destinations[1]`. */
export const projectReasonTexts = {
  deniedBy: 'Denied by {{field}}',
  deniedByOlderArgocd:
    'Denied by {{field}}, as Argo CD 3.4 and 3.5 read it whatever the namespace',
  deniedAsAmbiguous: 'Denied as a URL that is ambiguous',
  deniedByScopedClusters:
    'Denied by spec.permitOnlyProjectScopedClusters: the clusters of a project are kept in Secrets, which are not read',
  patternsTooSlow: 'Its patterns take too long to match',
  notAmong: 'Not among {{field}}',
} as const;
