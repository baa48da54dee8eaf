/** What of a kustomization keeps an overlay from being previewed. */
export const kustomizationReasonTexts = {
  kustomizationMissing: '{{directory}} has no kustomization.yaml',
  tooManyKustomizations:
    'The overlay is made of more than {{limit, number}} kustomizations',
  kustomizationsTooLarge:
    'With {{file}}, the kustomizations that the overlay is made of are larger than {{mebibytes}} MiB together',
  runsPrograms:
    'The field {{field}} of {{file}} is not supported: it runs programs',
  fieldUnsupported: 'The field {{field}} of {{file}} is not supported',
  fieldReplaced:
    'The field {{field}} of {{file}} is not supported: use {{instead}}',
  fieldInvalid: 'The field {{field}} of {{file}} is invalid: {{message}}',
  namedMissing: '{{path}}, which {{file}} names, does not exist',
  takenForRemote:
    '"{{reference}}" of {{file}} could be taken for a remote repository',
  chartNowhere:
    'There is no chart at {{directory}}, and the repo of {{chart}} in {{file}} is not the URL of a chart repository (https:// or oci://)',
  valuesFileSplit:
    'helm would split the path of the values file "{{path}}", which {{file}} names: rename it without commas and quotes',
  patchAsksForFunction:
    'A patch of the Application asks for a function to be run',
  componentIsPattern: 'The component "{{reference}}" is a pattern',
  nothingToPatch: 'There is no kustomization to patch',
  replicasInvalid: 'The Application asks for "{{replicas}}" replicas',
} as const;
