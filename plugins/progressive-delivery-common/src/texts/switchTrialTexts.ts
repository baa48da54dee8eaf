/** Why flipping a switch has no effect, or why its effect is not known. */
export const switchTrialTexts = {
  noEffect: 'Flipping it changes nothing that is rendered',
  dependencyDisabled:
    'Flipping it changes nothing that is rendered: its chart is disabled by {{condition}}',
  chartNameForAlias:
    'Flipping it changes nothing that is rendered: the chart {{chart}} has the alias {{aliases}}, and reads its values under that',
  apiMissing:
    'Flipping it changes nothing that is rendered: the chart asks for {{apis}}, which the cluster does not have',
  doesNotRender: 'The overlay does not render with it flipped: {{said}}',
  tooManySwitches:
    'What it does is shown in its preview: only the first {{tried}} switches of a chart are tried',
  setElsewhere:
    'What it does is not known: it is set where it cannot be tried without a change',
} as const;
