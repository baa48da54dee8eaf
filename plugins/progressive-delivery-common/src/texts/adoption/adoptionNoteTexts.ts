/** What somebody should know of a chart that was given the switch, by id. */
export const adoptionNoteTexts = {
  replicasAdded:
    '{{template}}, line {{line}}: replicas is now always rendered, even with an autoscaler. Before you release this, set it to the usual number of pods, and have Argo CD ignore differences in /spec/replicas',
  mentions:
    '{{template}}, line {{line}}: mentions deployment/…, which no longer exists when the switch is on; "kubectl rollout" and "kubectl logs" do not support Rollouts',
  recreate:
    '{{object}} stops its old pods before it starts new ones (Recreate). A canary runs both versions side by side',
  claims:
    '{{object}} mounts volumes that may be usable on one node only ({{claims}}). During a canary, and while the workload is switched, old and new pods run side by side',
  subchartDeployment:
    'The Deployment {{name}} comes from a subchart ({{template}}) and is not changed',
  syncOptionsFromValues:
    'Values that set argocd.argoproj.io/sync-options in {{path}} conflict with the annotation PruneLast=true: they must include PruneLast=true themselves, and set progressiveDelivery.pruneLast to false',
  valuesEncrypted:
    'The chart was not tried with {{file}}, since it is encrypted',
  valuesLeftOut:
    'Not all values in the repository that may use the chart were tried. Left out: {{number}}',
  valuesNotTried:
    'The chart was not tried with {{file}}, which may use it: {{message}}',
} as const;
