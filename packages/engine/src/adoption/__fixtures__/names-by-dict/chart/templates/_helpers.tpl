{{- define "web.resourceName" -}}
{{- printf "%s-%s" .ctx.Release.Name .component | trunc 63 | trimSuffix "-" }}
{{- end }}
