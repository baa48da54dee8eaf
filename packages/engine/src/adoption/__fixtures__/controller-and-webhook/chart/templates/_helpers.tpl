{{- define "controller.fullname" -}}
{{- printf "%s-controller" .Release.Name | trunc 63 }}
{{- end }}
{{- define "webhook.fullname" -}}
{{- printf "%s-webhook" .Release.Name | trunc 63 }}
{{- end }}
{{- define "cainjector.fullname" -}}
{{- printf "%s-cainjector" .Release.Name | trunc 63 }}
{{- end }}
