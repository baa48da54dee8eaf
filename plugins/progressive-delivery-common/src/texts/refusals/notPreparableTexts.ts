/** Why a chart is not prepared for its switch by a pull request of ours, and what to do instead. */
export const notPreparableTexts = {
  fromHelmRepository:
    'The chart {{chart}} comes from the Helm repository {{repository}}, not from Git. Prepare it where it is developed, with npx @progressive-delivery/cli adopt, and deliver the version that is released with the switch',
  fromRegistry:
    'The chart {{chart}} comes from the registry {{repository}}, not from Git. Prepare it where it is developed, with npx @progressive-delivery/cli adopt, and deliver the version that is released with the switch',
  linked:
    'Files of the chart are behind the symbolic link {{link}}, which a pull request cannot change along with the chart. Put the files themselves into {{directory}}',
  plainDirectory:
    '{{directory}} holds plain manifests and no Helm chart, so there are no values for a switch. Turn the Deployments into Rollouts there, as docs/chart-pattern.md shows, or turn the manifests into a chart',
  noChart:
    'The kustomization in {{directory}} renders no Helm chart, so there are no values for a switch. Turn the Deployments into Rollouts in its manifests, as docs/chart-pattern.md shows, or turn the manifests into a chart',
  plugin:
    '{{source}} is rendered by a config management plugin of Argo CD, so Backstage cannot tell what a change of its files renders. If the plugin renders a Helm chart, prepare that chart with npx @progressive-delivery/cli adopt. Otherwise turn the Deployments into Rollouts in the files that the plugin reads, as docs/chart-pattern.md shows',
  unreadable: 'The chart cannot be read. {{because}}',
  baseNotABranch:
    'The chart is read at {{revision}} ({{commit}}), which is not a branch that a pull request could be merged into. Prepare it on a branch of {{repository}}, with npx @progressive-delivery/cli adopt, and deliver the version that is released with the switch',
  hostUnsupported:
    'Pull requests cannot be opened on the Git host of {{repository}}: it is not configured, or its type is not supported. Prepare the chart with npx @progressive-delivery/cli adopt',
  proposalsDisabled:
    'Pull requests are not opened here: progressiveDelivery.proposals.enabled is false in the app-config. Prepare the chart with npx @progressive-delivery/cli adopt',
} as const;
