{{- define "web.annotations" -}}
team: web
{{- end }}
