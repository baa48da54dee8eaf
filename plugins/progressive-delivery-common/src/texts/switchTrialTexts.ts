/** Why turning a switch on or off has no effect, or why its effect is not known. */
export const switchTrialTexts = {
  noEffect: 'Turning it on or off does not change any rendered manifest',
  dependencyDisabled:
    'Turning it on or off does not change any rendered manifest: its chart is disabled by {{condition}}',
  chartNameForAlias:
    'Turning it on or off does not change any rendered manifest: the chart {{chart}} has the alias {{aliases}}, and reads its values under that name',
  apiMissing:
    'Turning it on or off does not change any rendered manifest: the chart requires {{apis}}, which the cluster does not have',
  doesNotRender: 'The overlay does not render with its other value: {{said}}',
  tooManySwitches:
    'What it does is shown in its preview: only the first {{tried}} switches of a chart are tried',
  setElsewhere:
    'Its effect is unknown: it is set where Backstage cannot try it without changing something else',
} as const;
