{{- define "common.names.fullname" -}}
{{- printf "%s-%s" .Release.Name .Chart.Name }}
{{- end -}}
{{- define "common.names.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride }}
{{- end -}}
{{- define "common.capabilities.deployment.apiVersion" -}}
{{- print "apps/v1" -}}
{{- end -}}
{{- define "common.labels.standard" -}}
app.kubernetes.io/name: {{ .context.Chart.Name }}
{{ with .customLabels }}{{ toYaml . }}{{ end }}
{{- end -}}
{{- define "common.labels.matchLabels" -}}
app.kubernetes.io/name: {{ .context.Chart.Name }}
{{- end -}}
{{- define "common.tplvalues.render" -}}
{{- if typeIs "string" .value }}{{ tpl .value .context }}{{ else }}{{ tpl (.value | toYaml) .context }}{{ end }}
{{- end -}}
{{- define "common.tplvalues.merge" -}}
{{- $merged := dict -}}
{{- range .values -}}
{{- $merged = include "common.tplvalues.render" (dict "value" . "context" $.context) | fromYaml | merge $merged -}}
{{- end -}}
{{ $merged | toYaml }}
{{- end -}}
