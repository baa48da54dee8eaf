/**
 * The named templates in which each decision is made once, as docs/chart-pattern.md has them.
 *
 * @param prefix - of their names
 * @param several - whether workloads have switches of their own: then they are called with a list, the chart's context and
 * the workload's values
 */
export function helperTemplate(prefix: string, several: boolean): string {
  const root = several ? '(index . 0)' : '';
  const on = several
    ? `include "${prefix}.isRollout" .`
    : '.Values.progressiveDelivery.enabled';
  const own = several
    ? `{{/*
"true" where a workload is a Rollout, else empty. Its own switch wins over the one of all. As all of these, it is called
with a list: the chart's context, the workload's values.
*/}}
{{- define "${prefix}.isRollout" -}}
{{- $own := (default dict (index . 1).progressiveDelivery).enabled }}
{{- if kindIs "invalid" $own }}
{{- $own = (index . 0).Values.progressiveDelivery.enabled }}
{{- end }}
{{- if $own }}true{{ end }}
{{- end }}

`
    : '';
  return `${own}{{/* What the workload is. Whatever points at it, such as an autoscaler, says it with this too. */}}
{{- define "${prefix}.workloadIdentity" -}}
{{- if ${on} -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
{{- else -}}
apiVersion: apps/v1
kind: Deployment
{{- end }}
{{- end }}

{{/* The same on both kinds: it has to be on the live object already when a switch makes Argo CD prune that. */}}
{{- define "${prefix}.workloadAnnotations" -}}
{{- if ${root}.Values.progressiveDelivery.pruneLast -}}
argocd.argoproj.io/sync-options: PruneLast=true
{{- end }}
{{- end }}

{{- define "${prefix}.canary" -}}
{{- with ${root}.Values.progressiveDelivery -}}
canary:
  maxSurge: {{ .maxSurge }}
  maxUnavailable: {{ .maxUnavailable }}
  steps:
    {{- toYaml .canarySteps | nindent 4 }}
{{- end }}
{{- end }}

{{/*
Fails where a Rollout cannot run. A live cluster always serves the aggregation layer (apiregistration.k8s.io);
"helm template" without a cluster does not know it, and renders.
*/}}
{{- define "${prefix}.checkProgressiveDelivery" -}}
{{- if ${on} }}
{{- if ne ${root}.Values.progressiveDelivery.provider "argo-rollouts" }}
{{- fail (printf "progressiveDelivery.provider %q is not supported; supported: argo-rollouts" ${root}.Values.progressiveDelivery.provider) }}
{{- end }}
{{- if and (${root}.Capabilities.APIVersions.Has "apiregistration.k8s.io/v1") (not (${root}.Capabilities.APIVersions.Has "argoproj.io/v1alpha1/Rollout")) }}
{{- fail "progressiveDelivery.enabled is true, but this cluster has no argoproj.io/v1alpha1 Rollout. Install Argo Rollouts, or set progressiveDelivery.enabled=false" }}
{{- end }}
{{- end }}
{{- end }}
`;
}

/** What the named templates are called behind the prefix. */
export const helperNames = [
  'isRollout',
  'workloadIdentity',
  'workloadAnnotations',
  'canary',
  'checkProgressiveDelivery',
];
