{{- define "common.scaled" -}}
{{ include "common.hpa" . }}
{{- end }}
{{- define "common.hpa" -}}
{{- if eq .Values.scaling "auto" }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .Release.Name }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .Release.Name }}
  minReplicas: 2
  maxReplicas: 5
{{- end }}
{{- end }}
