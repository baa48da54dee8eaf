/** Why a chart is not prepared for its switch by a pull request of ours, and what to do instead. */
export const notPreparableTexts = {
  fromHelmRepository:
    'The chart {{chart}} comes from the Helm repository {{repository}}, not from Git. Prepare it where it is developed, with npx @progressive-delivery/cli adopt, and deliver the version that is released with that',
  fromRegistry:
    'The chart {{chart}} comes from the registry {{repository}}, not from Git. Prepare it where it is developed, with npx @progressive-delivery/cli adopt, and deliver the version that is released with that',
  linked:
    'Files of the chart are behind the symbolic link {{link}}, which a pull request could not change together with it. Put them into {{directory}} instead',
  plainDirectory:
    '{{directory}} holds plain manifests and no Helm chart, so there are no values that a switch could be in. Change kind: Deployment to a Rollout there, as docs/chart-pattern.md shows, or make a chart of them',
  noChart:
    'The kustomization in {{directory}} renders no Helm chart, so there are no values that a switch could be in. Change kind: Deployment to a Rollout in its manifests, as docs/chart-pattern.md shows, or make a chart of them',
  unreadable: 'The chart cannot be read. {{because}}',
  baseNotABranch:
    'The chart is read at {{revision}} ({{commit}}), which is not a branch that a pull request could be merged into. Prepare it on a branch of {{repository}}, with npx @progressive-delivery/cli adopt, and deliver the version that is released with that',
  hostUnsupported:
    'Pull requests cannot be opened at the Git host of {{repository}}: it is not configured, or not of a type that is supported. Prepare the chart with npx @progressive-delivery/cli adopt',
  proposalsDisabled:
    'Pull requests are not opened here: progressiveDelivery.proposals.enabled is false in the app-config. Prepare the chart with npx @progressive-delivery/cli adopt',
} as const;
