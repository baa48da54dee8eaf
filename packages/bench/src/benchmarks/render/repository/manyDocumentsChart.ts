const APPLICATIONS = 50;
const SETTINGS = 3_600;

/** Of each application: a workload and seven documents beside it. Settings have one each. */
export const DOCUMENTS = 8 * APPLICATIONS + SETTINGS;

const range = (count: number, line: string) =>
  `{{- range $e := until ${count} }}\n${line}\n{{- end }}`;

/** The template of a chart that renders as many documents, one of them a Deployment or a Rollout. */
export function manyDocumentsChart(): string {
  return `
{{- range $i := until ${APPLICATIONS} }}
{{- $rollout := and (eq $i 0) $.Values.progressiveDelivery.enabled }}
---
apiVersion: {{ ternary "argoproj.io/v1alpha1" "apps/v1" $rollout }}
kind: {{ ternary "Rollout" "Deployment" $rollout }}
metadata:
  name: app-{{ $i }}
  labels: { app.kubernetes.io/name: app-{{ $i }}, app.kubernetes.io/part-of: many }
spec:
  replicas: 3
  {{- if $rollout }}
  strategy: { canary: { steps: [{ setWeight: 25 }, { pause: {} }] } }
  {{- end }}
  selector: { matchLabels: { app.kubernetes.io/name: app-{{ $i }} } }
  template:
    metadata:
      labels: { app.kubernetes.io/name: app-{{ $i }} }
      annotations: { prometheus.io/scrape: "true", prometheus.io/port: "9090" }
    spec:
      serviceAccountName: app-{{ $i }}
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: app
          image: registry.example.com/team/app-{{ $i }}:1.{{ $i }}.0
          ports: [{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9090 }]
          env:
            ${range(
              40,
              '            - { name: SETTING_{{ $e }}, value: "value {{ $e }} of application {{ $i }}" }',
            )}
          envFrom: [{ secretRef: { name: app-{{ $i }} } }]
          readinessProbe: { httpGet: { path: /ready, port: http }, periodSeconds: 5 }
          livenessProbe: { httpGet: { path: /live, port: http }, periodSeconds: 10 }
          resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
          volumeMounts: [{ name: config, mountPath: /etc/app }, { name: tmp, mountPath: /tmp }]
      volumes: [{ name: config, configMap: { name: app-{{ $i }} } }, { name: tmp, emptyDir: {} }]
---
apiVersion: v1
kind: Service
metadata: { name: app-{{ $i }}, labels: { app.kubernetes.io/name: app-{{ $i }} } }
spec: { selector: { app.kubernetes.io/name: app-{{ $i }} }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: app-{{ $i }}, labels: { app.kubernetes.io/name: app-{{ $i }} } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: app-{{ $i }}, labels: { app.kubernetes.io/name: app-{{ $i }} } }
data:
  app.properties: |
    ${range(
      100,
      '    setting.{{ $e }}=a value of application {{ $i }}, as long as such values are',
    )}
---
apiVersion: v1
kind: Secret
metadata: { name: app-{{ $i }}, labels: { app.kubernetes.io/name: app-{{ $i }} } }
data: { password: {{ printf "password-of-app-%d" $i | b64enc }}, token: {{ printf "token-of-app-%d" $i | b64enc }} }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: app-{{ $i }} }
spec: { podSelector: { matchLabels: { app.kubernetes.io/name: app-{{ $i }} } }, policyTypes: [Ingress], ingress: [{ from: [{ namespaceSelector: {} }] }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: app-{{ $i }} }
spec: { minAvailable: 2, selector: { matchLabels: { app.kubernetes.io/name: app-{{ $i }} } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: app-{{ $i }} }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: app-{{ $i }} }, minReplicas: 3, maxReplicas: 10, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }] }
{{- end }}
{{- range $i := until ${SETTINGS} }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings-{{ $i }}, labels: { app.kubernetes.io/part-of: many, example.com/team: team-{{ mod $i 40 }} } }
data:
  settings.properties: |
    ${range(
      25,
      '    setting.{{ $e }}=a value of settings {{ $i }}, as long as such values are',
    )}
{{- end }}
`;
}
