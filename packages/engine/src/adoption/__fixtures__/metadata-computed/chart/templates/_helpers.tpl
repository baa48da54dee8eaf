{{- define "web.metadata" -}}
labels:
  app: web
{{- end }}
