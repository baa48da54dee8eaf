{{- define "web.kind" -}}
{{- if eq .Values.mode "deployment" }}Deployment{{ else }}StatefulSet{{ end }}
{{- end }}
