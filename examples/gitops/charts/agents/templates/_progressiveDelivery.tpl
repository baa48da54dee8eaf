{{/* "true" where a component is a Rollout, else empty. The component's own switch wins over the one of both. */}}
{{- define "agents.isRollout" -}}
{{- $own := (default dict .values.progressiveDelivery).enabled }}
{{- if kindIs "invalid" $own }}
{{- $own = .root.Values.progressiveDelivery.enabled }}
{{- end }}
{{- if $own }}true{{ end }}
{{- end }}

{{/* Whatever points at the workload (a scaler, say) gets its identity from here, so that it follows the kind. */}}
{{- define "agents.workloadIdentity" -}}
{{- if include "agents.isRollout" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
{{- else -}}
apiVersion: apps/v1
kind: Deployment
{{- end }}
{{- end }}

{{/*
Annotations of the workload, the same on both kinds: PruneLast has to be on the live object already when a switch makes
Argo CD prune it. Options that are set in values stay.
*/}}
{{- define "agents.workloadAnnotations" -}}
{{- $annotations := deepCopy (default dict .values.annotations) }}
{{- if .root.Values.progressiveDelivery.pruneLast }}
{{- $key := "argocd.argoproj.io/sync-options" }}
{{- $options := list }}
{{- range splitList "," (get $annotations $key) }}
{{- $option := trim . }}
{{- if and $option (ne (lower $option) "prunelast=true") }}{{ $options = append $options $option }}{{ end }}
{{- end }}
{{- $_ := set $annotations $key (join "," (append $options "PruneLast=true")) }}
{{- end }}
{{- with $annotations }}
{{- toYaml . }}
{{- end }}
{{- end }}

{{/* spec.strategy of the workload. */}}
{{- define "agents.strategy" -}}
{{- $values := .values -}}
{{- $delivery := .root.Values.progressiveDelivery -}}
{{- $own := default dict $values.progressiveDelivery -}}
{{- if include "agents.isRollout" . -}}
canary:
  maxSurge: {{ $delivery.maxSurge }}
  maxUnavailable: {{ $delivery.maxUnavailable }}
  {{- with $own.canaryService }}
  canaryService: {{ . }}
  {{- end }}
  {{- with $own.stableService }}
  stableService: {{ . }}
  {{- end }}
  {{- with $own.trafficRouting }}
  trafficRouting:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  steps:
    {{- toYaml (default $delivery.canarySteps $own.canarySteps) | nindent 4 }}
{{- else -}}
type: RollingUpdate
rollingUpdate:
  maxSurge: {{ $values.rollingUpdate.maxSurge }}
  maxUnavailable: {{ $values.rollingUpdate.maxUnavailable }}
{{- end }}
{{- end }}
