{{- define "web.fullname" -}}
{{ .Release.Name }}-web
{{- end }}

{{- define "web.name" -}}
{{ .Release.Name }}-other
{{- end }}

{{- define "web.howto" -}}
kubectl get deployment/{{ include "web.fullname" . }}
{{- end }}
