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
{{- with .root.Values.progressiveDelivery.provider }}
{{- if ne . "argo-rollouts" }}
{{- fail (printf "progressiveDelivery.provider %q is not supported; supported: argo-rollouts" .) }}
{{- end }}
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

{{/* The controller's own rules (argo-rollouts v1.10 pkg/apis/rollouts/validation/validation.go). */}}
{{- define "agents.checkCanary" -}}
{{- $key := .key }}
{{- $own := default dict .values.progressiveDelivery }}
{{- $path := printf "%s.progressiveDelivery" $key }}
{{- $routing := $own.trafficRouting }}
{{- $router := default dict $routing }}
{{- if $routing }}
{{- $needsServices := false }}
{{- range $name := list "alb" "smi" "apisix" "ambassador" "nginx" "appMesh" "traefik" }}
{{- if hasKey $router $name }}{{ $needsServices = true }}{{ end }}
{{- end }}
{{- if and $router.istio (not $router.istio.destinationRule) }}{{ $needsServices = true }}{{ end }}
{{- if and $needsServices (not (and $own.canaryService $own.stableService)) }}
{{- fail (printf "%s.trafficRouting needs %s.canaryService and %s.stableService" $path $path $path) }}
{{- end }}
{{- end }}
{{- if and $own.canaryService (eq $own.canaryService $own.stableService) }}
{{- fail (printf "%s.canaryService and %s.stableService are both %s; two different Services are needed" $path $path $own.canaryService) }}
{{- end }}
{{- $managed := list }}
{{- range $router.managedRoutes }}{{ $managed = append $managed .name }}{{ end }}
{{- $stepsPath := printf "%s.canarySteps" $path }}
{{- $steps := $own.canarySteps }}
{{- if not $steps }}
{{- $steps = .root.Values.progressiveDelivery.canarySteps }}
{{- $stepsPath = "progressiveDelivery.canarySteps" }}
{{- end }}
{{- range $index, $step := $steps }}
{{- $at := printf "%s[%d]" $stepsPath $index }}
{{- if and (hasKey $step "setCanaryScale") (not $routing) }}
{{- fail (printf "%s.setCanaryScale needs %s.trafficRouting" $at $path) }}
{{- end }}
{{- with $step.setHeaderRoute }}
{{- if not (or $router.istio $router.alb $router.apisix $router.plugins) }}
{{- fail (printf "%s.setHeaderRoute needs %s.trafficRouting with istio, alb, apisix or plugins" $at $path) }}
{{- end }}
{{- if not (has .name $managed) }}
{{- fail (printf "%s.setHeaderRoute.name (%s) is not in %s.trafficRouting.managedRoutes" $at .name $path) }}
{{- end }}
{{- range $match, $rule := .match }}
{{- if and $router.alb (not $rule.headerValue.exact) }}
{{- fail (printf "%s.setHeaderRoute.match[%d].headerValue must be exact: ALB knows nothing else" $at $match) }}
{{- end }}
{{- end }}
{{- end }}
{{- with $step.setMirrorRoute }}
{{- if not (or $router.istio $router.plugins) }}
{{- fail (printf "%s.setMirrorRoute needs %s.trafficRouting with istio or plugins" $at $path) }}
{{- end }}
{{- if not (has .name $managed) }}
{{- fail (printf "%s.setMirrorRoute.name (%s) is not in %s.trafficRouting.managedRoutes" $at .name $path) }}
{{- end }}
{{- end }}
{{- with $step.experiment }}
{{- range $index, $template := .templates }}
{{- if and (hasKey $template "weight") (not (or $router.alb $router.smi $router.istio $router.plugins)) }}
{{- fail (printf "%s.experiment.templates[%d].weight needs %s.trafficRouting with smi, alb, istio or plugins" $at $index $path) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
