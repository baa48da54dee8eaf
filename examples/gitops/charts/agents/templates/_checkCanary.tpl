{{/* The controller's own rules (argo-rollouts v1.10 pkg/apis/rollouts/validation/validation.go). */}}
{{- define "agents.checkCanary" -}}
{{- $key := .key }}
{{- $own := default dict .values.progressiveDelivery }}
{{- $path := printf "%s.progressiveDelivery" $key }}
{{- $routing := $own.trafficRouting }}
{{- $router := default dict $routing }}
{{- if $routing }}
{{- $needsServices := include "agents.hasRouter" (list $router "alb" "smi" "apisix" "ambassador" "nginx" "appMesh" "traefik") }}
{{- if and $router.istio (not $router.istio.destinationRule) }}{{ $needsServices = "true" }}{{ end }}
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
{{- if not (include "agents.hasRouter" (list $router "istio" "alb" "apisix" "plugins")) }}
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
{{- if not (include "agents.hasRouter" (list $router "istio" "plugins")) }}
{{- fail (printf "%s.setMirrorRoute needs %s.trafficRouting with istio or plugins" $at $path) }}
{{- end }}
{{- if not (has .name $managed) }}
{{- fail (printf "%s.setMirrorRoute.name (%s) is not in %s.trafficRouting.managedRoutes" $at .name $path) }}
{{- end }}
{{- end }}
{{- with $step.experiment }}
{{- $templates := list }}
{{- range $index, $template := .templates }}
{{- if has $template.name $templates }}
{{- fail (printf "%s.experiment.templates[%d].name (%s) is there twice" $at $index $template.name) }}
{{- end }}
{{- $templates = append $templates $template.name }}
{{- if and (hasKey $template "weight") (not (include "agents.hasRouter" (list $router "alb" "smi" "istio" "plugins"))) }}
{{- fail (printf "%s.experiment.templates[%d].weight needs %s.trafficRouting with smi, alb, istio or plugins" $at $index $path) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Empty where a traffic router is none of these. Called with a list: trafficRouting, names. */}}
{{- define "agents.hasRouter" -}}
{{- $router := first . }}
{{- range rest . }}
{{- if hasKey $router . }}true{{ end }}
{{- end }}
{{- end }}
