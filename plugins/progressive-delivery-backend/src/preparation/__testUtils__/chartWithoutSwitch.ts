/** A chart that knows no switch. */
export const CHART: Record<string, string> = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'charts/web/values.yaml': '# Pods that run.\nreplicas: 2\nimage: nginx:1.27',
  'charts/web/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels:
    app: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels:
      app: {{ .Release.Name }}
  template:
    metadata:
      labels:
        app: {{ .Release.Name }}
    spec:
      containers:
        - name: web
          image: {{ .Values.image }}
`,
};

/** A kustomization that renders it. */
export const OVERLAY: Record<string, string> = {
  'apps/web/kustomization.yaml': `helmGlobals:
  chartHome: ../../charts
helmCharts:
  - name: web
    releaseName: web
    valuesFile: values.yaml
`,
  'apps/web/values.yaml': 'replicas: 3\n',
};
