{{/* The workload of a component: one template for both kinds, so that they differ in nothing but the strategy. */}}
{{- define "agents.workload" -}}
{{- include "agents.checkComponent" . -}}
{{- $values := .values -}}
{{ include "agents.workloadIdentity" . }}
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "agents.componentLabels" . | nindent 4 }}
    {{- with $values.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with include "agents.workloadAnnotations" . }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
spec:
  {{- if not (kindIs "invalid" $values.replicas) }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: {{ $values.revisionHistoryLimit }}
  progressDeadlineSeconds: {{ $values.progressDeadlineSeconds }}
  minReadySeconds: {{ $values.minReadySeconds }}
  strategy:
    {{- include "agents.strategy" . | nindent 4 }}
  selector:
    matchLabels:
      {{- include "agents.componentSelectorLabels" . | nindent 6 }}
  template:
    {{- include "agents.podTemplate" . | nindent 4 }}
{{- end }}
