/** What somebody should know of a chart that was given the switch, by id. */
export const adoptionNoteTexts = {
  replicasAdded:
    '{{template}}, line {{line}}: replicas is always rendered now, also with an autoscaler. Before you release this, set it to what usually runs, and have Argo CD ignore differences of /spec/replicas',
  mentions:
    '{{template}}, line {{line}}: says deployment/…, which is no more there when the switch is on; "kubectl rollout" and "kubectl logs" do not know Rollouts',
  recreate:
    '{{object}} ends its old pods before it starts new ones (Recreate). A canary runs both versions side by side',
  claims:
    '{{object}} mounts volumes that may be for one node only ({{claims}}). A canary, and the switch itself, run pods side by side',
  subchartDeployment:
    'The Deployment {{name}} comes from {{template}}, a chart below this one, and stays what it is',
  syncOptionsFromValues:
    'Values that set argocd.argoproj.io/sync-options in {{path}} clash with the annotation PruneLast=true: they must have PruneLast=true in it themselves, and set progressiveDelivery.pruneLast to false',
  valuesLeftOut:
    'It was not tried with {{number}} more values files of the repository that use it',
  valuesNotTried:
    '{{file}} may use the chart, and it was not tried with that: {{message}}',
} as const;
