{{- define "web.canary" -}}
none
{{- end }}
