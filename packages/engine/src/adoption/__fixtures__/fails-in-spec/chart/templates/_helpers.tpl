{{- define "web.selector" -}}
app: {{ .Release.Name }}
{{- end }}
