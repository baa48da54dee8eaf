{{/*
Usage:
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "web.name" . }}
*/}}
{{- define "web.name" }}web{{ end }}
