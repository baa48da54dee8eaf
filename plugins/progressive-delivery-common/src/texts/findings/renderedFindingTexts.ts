/** What checks of the rendered manifests find. */
export const renderedFindingTexts = {
  'scalerLeftBehind.seen':
    '{{scaler}} still scales the {{kind}} {{workload}}, which becomes a {{replacedBy}}',
  'scalerLeftBehind.why':
    'After the switch it scales nothing: the {{replacedBy}} keeps the replicas that Git gives it, whatever the load.',
  'scalerLeftBehind.remedy':
    'Have the chart render its scale target with the kind of the workload, in the same commit.',
  'scalerLeftBehind.code':
    '{{field}}:\n  apiVersion: {{apiVersion}}\n  kind: {{replacedBy}}\n  name: {{workload}}',
} as const;
