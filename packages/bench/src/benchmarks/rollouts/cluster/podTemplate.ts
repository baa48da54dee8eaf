/** One container as services have it: environment, resources, probes and a volume. */
export function podTemplate(name: string, revision: number) {
  const probe = (path: string) => ({
    httpGet: { path, port: 'http', scheme: 'HTTP' },
    initialDelaySeconds: 5,
    periodSeconds: 10,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold: 3,
  });
  return {
    metadata: { labels: { app: name } },
    spec: {
      containers: [
        {
          name: 'app',
          image: `registry.example.com/shop/${name}:1.4.${revision}`,
          imagePullPolicy: 'IfNotPresent',
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          env: [
            { name: 'LOG_LEVEL', value: 'info' },
            { name: 'OTEL_SERVICE_NAME', value: name },
            {
              name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
              value: 'http://collector.observability.svc:4317',
            },
            {
              name: 'POD_NAME',
              valueFrom: {
                fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' },
              },
            },
            {
              name: 'DATABASE_URL',
              valueFrom: {
                secretKeyRef: { name: `${name}-database`, key: 'url' },
              },
            },
          ],
          resources: {
            limits: { memory: '512Mi' },
            requests: { cpu: '100m', memory: '256Mi' },
          },
          livenessProbe: probe('/healthz'),
          readinessProbe: probe('/readyz'),
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
          },
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: {} }],
      serviceAccountName: name,
      terminationGracePeriodSeconds: 30,
    },
  };
}
