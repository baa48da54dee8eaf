{{- define "x.meta" -}}
{{- with .Values.annotations }}
  annotations: {{ toJson . }}
{{- end }}{{- end }}