{{/* What the values' schema cannot say. Renders nothing or fails with the path of the value and what to do. */}}
{{- define "agents.checkComponent" -}}
{{- $values := .values }}
{{- $key := .key }}
{{- $autoscaling := $values.autoscaling }}
{{- $noReplicas := kindIs "invalid" $values.replicas }}
{{- if and $noReplicas (not $autoscaling.enabled) }}
{{- fail (printf "%s.replicas is null, which is possible with %s.autoscaling.enabled only: set a number" $key $key) }}
{{- end }}
{{- if ge (int $values.minReadySeconds) (int $values.progressDeadlineSeconds) }}
{{- fail (printf "%s.progressDeadlineSeconds (%d) must be greater than %s.minReadySeconds (%d)" $key (int $values.progressDeadlineSeconds) $key (int $values.minReadySeconds)) }}
{{- end }}
{{- include "agents.checkSurge" (list (printf "%s.rollingUpdate" $key) $values.rollingUpdate) }}
{{- include "agents.checkPod" . }}
{{- with $autoscaling }}
{{- if .enabled }}
{{- if gt (int .minReplicas) (int .maxReplicas) }}
{{- fail (printf "%s.autoscaling.minReplicas (%d) is greater than %s.autoscaling.maxReplicas (%d)" $key (int .minReplicas) $key (int .maxReplicas)) }}
{{- end }}
{{- if not (or .targetCPUUtilizationPercentage .targetMemoryUtilizationPercentage) }}
{{- fail (printf "%s.autoscaling aims at nothing: set %s.autoscaling.targetCPUUtilizationPercentage or targetMemoryUtilizationPercentage" $key $key) }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.podDisruptionBudget }}
{{- if and .enabled (eq (kindIs "invalid" .minAvailable) (kindIs "invalid" .maxUnavailable)) }}
{{- fail (printf "%s.podDisruptionBudget needs one of minAvailable and maxUnavailable; set the other to null" $key) }}
{{- end }}
{{- end }}
{{- if include "agents.isRollout" . }}
{{- $provider := toString .root.Values.progressiveDelivery.provider }}
{{- if ne $provider "argo-rollouts" }}
{{- fail (printf "progressiveDelivery.provider %q is not supported; supported: argo-rollouts" $provider) }}
{{- end }}
{{- include "agents.checkRolloutInstalled" . }}
{{- include "agents.checkSurge" (list "progressiveDelivery" .root.Values.progressiveDelivery) }}
{{- if $noReplicas }}
{{- fail (printf "%s.replicas is null: a Rollout without a number of replicas starts with one pod, and the Deployment that it replaces is removed as soon as that one is ready. Set it to what usually runs; with an autoscaler under Argo CD, ignore differences of /spec/replicas" $key) }}
{{- end }}
{{- if and $autoscaling.enabled (or (lt (int $values.replicas) (int $autoscaling.minReplicas)) (gt (int $values.replicas) (int $autoscaling.maxReplicas))) }}
{{- fail (printf "%s.replicas (%d) must lie between %s.autoscaling.minReplicas (%d) and maxReplicas (%d): it is what a new Rollout starts with" $key (int $values.replicas) $key (int $autoscaling.minReplicas) (int $autoscaling.maxReplicas)) }}
{{- end }}
{{- include "agents.checkCanary" . }}
{{- end }}
{{- end }}

{{/* What the API server would refuse, or would take and do something else with. */}}
{{- define "agents.checkPod" -}}
{{- $key := .key }}
{{- $values := .values }}
{{- if .root.Values.database.secretRef.name }}
{{- range $path, $vars := dict "env.vars" .root.Values.env.vars (printf "%s.env.vars" $key) $values.env.vars }}
{{- if hasKey (default dict $vars) "DATABASE_URL" }}
{{- fail (printf "%s.DATABASE_URL and database.secretRef.name both say what DATABASE_URL is: leave one of them out" $path) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .grpc (eq (int .root.Values.grpc.port) (int $values.port)) }}
{{- fail (printf "grpc.port and %s.port are both %d: a container cannot serve both on one port" $key (int $values.port)) }}
{{- end }}
{{- range $name := list "startupProbe" "livenessProbe" "readinessProbe" }}
{{- $handlers := list }}
{{- range $handler, $settings := pick (default dict (get $values $name)) "exec" "grpc" "httpGet" "tcpSocket" }}
{{- $handlers = append $handlers $handler }}
{{- end }}
{{- if and (get $values $name) (ne (len $handlers) 1) }}
{{- fail (printf "%s.%s needs exactly one of exec, grpc, httpGet and tcpSocket, and has %s. Helm merges it with the chart's own: set what is not wanted to null" $key $name (default "none" (join " and " $handlers))) }}
{{- end }}
{{- end }}
{{- $volumes := list }}
{{- range $values.volumes }}
{{- if has .name $volumes }}
{{- fail (printf "%s.volumes has %s twice" $key .name) }}
{{- end }}
{{- $volumes = append $volumes .name }}
{{- end }}
{{- range $index, $mount := $values.volumeMounts }}
{{- if not (has $mount.name $volumes) }}
{{- fail (printf "%s.volumeMounts[%d].name (%s) is not in %s.volumes" $key $index $mount.name $key) }}
{{- end }}
{{- end }}
{{- end }}

{{/* Called with a list: path of the values, values with maxSurge and maxUnavailable. */}}
{{- define "agents.checkSurge" -}}
{{- $path := index . 0 }}
{{- $values := index . 1 }}
{{- $surge := $values.maxSurge | toString | trimSuffix "%" | int }}
{{- $unavailable := $values.maxUnavailable | toString | trimSuffix "%" | int }}
{{- if and (eq $surge 0) (eq $unavailable 0) }}
{{- fail (printf "%s.maxSurge and %s.maxUnavailable are both 0, so no pod could ever be replaced" $path $path) }}
{{- end }}
{{- end }}

{{/*
Helm lists what the cluster serves only when it asked one; "helm template" alone knows the built-in kinds, but no
aggregation layer, which every real cluster has.
*/}}
{{- define "agents.checkRolloutInstalled" -}}
{{- $serves := .root.Capabilities.APIVersions }}
{{- if and ($serves.Has "apiregistration.k8s.io/v1") (not ($serves.Has "argoproj.io/v1alpha1/Rollout")) }}
{{- fail (printf "progressive delivery is on for %s, but this cluster has no argoproj.io/v1alpha1 Rollout. Install Argo Rollouts (its custom resource definitions and its controller, https://argo-rollouts.readthedocs.io/en/stable/installation/), or turn it off: %s.progressiveDelivery.enabled=false" .name .key) }}
{{- end }}
{{- end }}
