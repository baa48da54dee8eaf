{{- define "web.registry" -}}
  {{- printf "%s-registry" .Release.Name -}}
{{- end -}}

{{- define "web.labels" -}}
release: {{ .Release.Name }}
app: "{{ .Chart.Name }}"
{{- end -}}
