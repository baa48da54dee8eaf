/** What of a source keeps it from being previewed. `source`: such as `spec.sources[1]`. */
export const sourceReasonTexts = {
  sourceInRegistry:
    '{{source}} comes from an OCI registry, which is not supported yet',
  sourceWithoutPath: '{{source}} has no path',
  sourceWithoutRevision:
    '{{source}} has no targetRevision for the chart {{chart}}',
  sourcePathAbsolute:
    'The path of {{source}} begins with a slash, which Argo CD refuses',
  sourceHasTagPrefix: '{{source}} sets tagPrefix, which is not supported yet',
  sourceOfSeveralKinds: '{{source}} is of several kinds at once: {{kinds}}',
  sourceOfPlugin:
    '{{source}} is rendered by a plugin of Argo CD, which may do anything with its files',
  sourceHelmUnknown:
    '{{source}} asks for helm {{version}}, which Argo CD does not have',
  sourceFieldsUnsupported:
    '{{source}} sets {{fields}}, which is not supported yet',
  overrideInvalid:
    'Argo CD changes the source by {{file}}, and its field {{field}} is invalid: {{message}}',
  commitsDiffer:
    '{{one}} and {{other}} are different commits of the same repository ({{revision}} and {{otherRevision}}), which Argo CD refuses',
  refOfChart:
    '${{ref}} is a chart of a Helm repository, whose files Argo CD gives to no other source',
  refUnknown:
    '"{{reference}}" refers to a source ${{ref}}, and there are only {{refs}}',
  refsMissing:
    '"{{reference}}" refers to a source ${{ref}}, and no source has a ref',
  refFileMissing: 'There is no file {{file}} in the repository of ${{ref}}',
  valuesEncrypted:
    'The values file "{{file}}" is decrypted by helm-secrets, with keys that only Argo CD has',
  fileParameterNotPlain:
    'The name of the file parameter "{{name}}" is more than the path of one value',
  variableOfApplication:
    "{{variable}} of Argo CD's build environment is not known without an Application",
  variableOfArgocd:
    '{{file}} takes {{variable}} from the environment that Argo CD runs in',
} as const;
