const selector = {
  matchLabels: { 'app.kubernetes.io/component': 'control-plane' },
  matchExpressions: [
    { key: 'track', operator: 'NotIn', values: ['canary'] },
    { key: 'team', operator: 'Exists' },
  ],
};
const items = [{ key: 'settings.json', path: 'settings.json', mode: 0o440 }];

const volumes = {
  configMap: { name: 'settings', items, defaultMode: 0o644, optional: true },
  secret: { secretName: 'agents-git-token', items },
  emptyDir: { medium: 'Memory', sizeLimit: '64Mi' },
  persistentVolumeClaim: { claimName: 'models', readOnly: true },
  projected: {
    sources: [
      { configMap: { name: 'settings' } },
      { secret: { name: 'agents-git-token', items } },
      {
        serviceAccountToken: {
          path: 'token',
          audience: 'agents',
          expirationSeconds: 3600,
        },
      },
      {
        downwardAPI: {
          items: [
            { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
          ],
        },
      },
    ],
  },
  downwardAPI: {
    items: [
      {
        path: 'memory',
        resourceFieldRef: {
          containerName: 'control-plane',
          resource: 'limits.memory',
          divisor: '1Mi',
        },
      },
    ],
  },
  hostPath: { path: '/var/log/agents', type: 'DirectoryOrCreate' },
  nfs: { server: 'nfs.example.com', path: '/agents', readOnly: true },
  csi: { driver: 'secrets.example.com', volumeAttributes: { class: 'agents' } },
  image: {
    reference: 'registry.example.com/platform/models:1',
    pullPolicy: 'IfNotPresent',
  },
  ephemeral: {
    volumeClaimTemplate: {
      metadata: { labels: { team: 'platform' } },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'fast',
        resources: { requests: { storage: '1Gi' } },
      },
    },
  },
};

/** Values that a strict schema must not refuse. */
export const goodValues: [what: string, values: object][] = [
  [
    'volumes',
    {
      controlPlane: {
        volumes: Object.entries(volumes).map(([kind, source]) => ({
          name: kind.toLowerCase(),
          [kind]: source,
        })),
        volumeMounts: Object.keys(volumes).map(kind => ({
          name: kind.toLowerCase(),
          mountPath: `/volumes/${kind}`,
          readOnly: true,
        })),
      },
    },
  ],
  [
    'where the pods go',
    {
      controlPlane: {
        nodeSelector: { 'kubernetes.io/os': 'linux' },
        tolerations: [
          { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
        ],
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    { key: 'pool', operator: 'In', values: ['general'] },
                    { key: 'cores', operator: 'Gt', values: ['2'] },
                  ],
                },
              ],
            },
            preferredDuringSchedulingIgnoredDuringExecution: [
              {
                weight: 1,
                preference: {
                  matchFields: [
                    {
                      key: 'metadata.name',
                      operator: 'NotIn',
                      values: ['node-1'],
                    },
                  ],
                },
              },
            ],
          },
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: selector,
                namespaceSelector: {},
                matchLabelKeys: ['track'],
              },
            ],
          },
        },
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: selector,
          },
        ],
      },
    },
  ],
  [
    'probes and security',
    {
      controlPlane: {
        startupProbe: { exec: { command: ['agents', 'ready'] } },
        // Helm merges this with the chart's own.
        livenessProbe: {
          grpc: { port: 50051, service: 'health' },
          httpGet: null,
        },
        readinessProbe: {
          httpGet: {
            path: '/readyz',
            port: 8080,
            scheme: 'HTTPS',
            httpHeaders: [{ name: 'x-probe', value: 'kubelet' }],
          },
          failureThreshold: 2,
        },
        podSecurityContext: {
          runAsNonRoot: true,
          supplementalGroups: [1000],
          sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }],
          seccompProfile: { type: 'RuntimeDefault' },
        },
        securityContext: {
          capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
        },
      },
    },
  ],
  [
    'how it scales',
    {
      controlPlane: {
        autoscaling: {
          enabled: true,
          behavior: {
            scaleUp: {
              selectPolicy: 'Max',
              policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }],
            },
          },
        },
        rollingUpdate: { maxSurge: '150%', maxUnavailable: '25%' },
        podDisruptionBudget: { minAvailable: '50%', maxUnavailable: null },
      },
      progressiveDelivery: { maxSurge: '25%', maxUnavailable: '0%' },
    },
  ],
];
