/** What of a chart, or of its archive, keeps an overlay from being previewed. `archive`: its path, or name, version and repository. */
export const chartReasonTexts = {
  chartMissing: 'There is no chart at {{directory}}: it has no Chart.yaml',
  chartInvalid: '{{file}} does not describe a chart',
  chartUnnamed: '{{file}} does not say which chart it is',
  dependencyMissing:
    'The dependency {{chart}} is not in the repository ({{directory}}), from where it would be taken',
  dependencyPackedDeep:
    'The dependency {{file}} is packed within one that is not',
  dependencyFetchedBeside:
    'The dependency {{chart}} is in {{directory}} and would be fetched besides, because others are not there',
  dependencyWithoutRepository:
    'The dependency {{chart}} has no repository and is not in {{directory}}',
  dependencyNotPlain:
    'The dependency "{{chart}}" of {{directory}} has an unsupported name, or an unsupported version "{{version}}" in Chart.lock',
  dependencyRepositoryAlias:
    'The dependency "{{chart}}" of {{directory}} comes from {{repository}}, a name that only a machine\'s own configuration knows: write the repository\'s URL',
  dependenciesNotLocked:
    'The dependencies of {{directory}} are neither in the repository nor locked: run "helm dependency update" and commit {{file}}',
  lockInvalid: '{{file}} is not the lock file of a chart',
  lockOutdated:
    '{{file}} is out of sync with Chart.yaml: run "helm dependency update" and commit it',
  siblingDiffers:
    'The chart at {{directory}} is not {{chart}} {{version}}, which Chart.lock wants',
  helmIgnoreNotFollowed:
    'The .helmignore of {{directory}} has a rule of its own, "{{rule}}", which is not followed for dependencies',
  schemaRefersElsewhere:
    '{{file}} refers to another schema: {{key}} "{{reference}}"',
  archiveInvalid: '{{archive}} is not a {{format}} archive',
  archiveTooLarge:
    '{{archive}} is larger than {{bytes, number}} bytes when it is unpacked',
  archiveTooFull:
    '{{archive}} has more than {{files, number}} files or {{bytes, number}} bytes',
  archiveNestedTooDeep:
    'Charts are packed more than {{levels, number}} deep in {{archive}}',
  archiveOfSeveral: '{{archive}} holds more than one directory',
  archiveHoldsLink: '{{archive}} holds "{{path}}", which is a link',
  archiveHoldsSpecial:
    '{{archive}} contains "{{path}}", which is not a regular file',
  archivePathLeaves:
    '{{archive}} holds "{{path}}", which leads out of it or could be taken to',
  archiveHoldsBeside:
    '{{archive}} holds "{{path}}" beside the chart\'s directory',
  archiveHoldsTwice: '{{archive}} holds "{{path}}" twice',
  archiveOfOther: '{{archive}} is of another chart or version: {{found}}',
  digestDiffers:
    '{{archive}} has another digest than its repository says: {{digest}} instead of {{expected}}',
} as const;
