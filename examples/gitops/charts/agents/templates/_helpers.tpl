{{- define "agents.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Short enough that the longest suffix, "-controllers", fits into a DNS label. */}}
{{- define "agents.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{- define "agents.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "agents.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* The labels of everything that belongs to the release. */}}
{{- define "agents.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: {{ include "agents.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/*
Renders a template for a component, which that template gets as a dict: root (the chart's context), key (of its values),
values, name (of the workload and what belongs to it), label (app.kubernetes.io/component), image, grpc.
Called with a list: root, key, template.
*/}}
{{- define "agents.forComponent" -}}
{{- $root := index . 0 }}
{{- $key := index . 1 }}
{{- $template := index . 2 }}
{{- $name := include "agents.fullname" $root }}
{{- $component := dict "root" $root "key" $key "values" (get $root.Values $key) }}
{{- if eq $key "controlPlane" }}
{{- $_ := merge $component (dict "name" $name "label" "control-plane" "image" $root.Values.image "grpc" $root.Values.grpc.enabled) }}
{{- else }}
{{- $_ := merge $component (dict "name" (printf "%s-controllers" $name) "label" "controllers" "image" $root.Values.controllers.image "grpc" false) }}
{{- end }}
{{- include $template $component }}
{{- end }}

{{- define "agents.componentName" -}}
{{- .name }}
{{- end }}

{{- define "agents.componentSelectorLabels" -}}
app.kubernetes.io/name: {{ include "agents.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .label }}
{{- end }}

{{- define "agents.componentLabels" -}}
{{ include "agents.labels" .root }}
app.kubernetes.io/component: {{ .label }}
{{- end }}

{{/* repository:tag, and @digest behind it where one is set: nodes pull the digest, people read the tag. */}}
{{- define "agents.image" -}}
{{- .image.repository }}:{{ default .root.Chart.AppVersion .image.tag }}{{ with .image.digest }}@{{ . }}{{ end }}
{{- end }}

{{/* The component's variables over those of both, sorted by name. */}}
{{- define "agents.env" -}}
{{- $vars := dict }}
{{- range $name, $value := .root.Values.env.vars }}{{ $_ := set $vars $name $value }}{{ end }}
{{- range $name, $value := .values.env.vars }}{{ $_ := set $vars $name $value }}{{ end }}
{{- range $name, $value := $vars }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- with .root.Values.database.secretRef }}
{{- if .name }}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .key }}
{{- end }}
{{- end }}
{{- end }}
