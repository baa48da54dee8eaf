import { everyWord, ShownFields, words } from './ShownRule';

/** `metav1.LabelSelector`. */
export const labelSelector: ShownFields = {
  matchLabels: everyWord,
  matchExpressions: words('key', 'operator', 'values'),
};

export const objectReference = words('apiVersion', 'kind', 'name', 'namespace');

/** Annotations that say how something is delivered; others hold what somebody chose to put there. */
const knownAnnotations: ShownFields = {
  'argocd.argoproj.io/compare-options': 'text',
  'argocd.argoproj.io/hook': 'text',
  'argocd.argoproj.io/hook-delete-policy': 'text',
  'argocd.argoproj.io/ignore-healthcheck': 'word',
  'argocd.argoproj.io/sync-options': 'text',
  'argocd.argoproj.io/sync-wave': 'word',
  'argocd.argoproj.io/tracking-id': 'word',
  'helm.sh/hook': 'text',
  'helm.sh/hook-delete-policy': 'text',
  'helm.sh/hook-weight': 'word',
  'helm.sh/resource-policy': 'word',
  'rollout.argoproj.io/revision': 'word',
  'rollout.argoproj.io/workload-generation': 'word',
};

/** Of what runs also what the API server adds to it. */
export const metadata: ShownFields = {
  ...words(
    'name',
    'generateName',
    'namespace',
    'creationTimestamp',
    'deletionTimestamp',
    'generation',
    'resourceVersion',
    'uid',
  ),
  labels: everyWord,
  annotations: knownAnnotations,
};

const probe: ShownFields = {
  httpGet: words('port'),
  tcpSocket: words('port'),
  grpc: words('port'),
};

/** Quantities by the name of a resource. */
export const resources: ShownFields = {
  limits: everyWord,
  requests: everyWord,
};

const handler: ShownFields = { postStart: probe, preStop: probe };

/** core/v1 Container and EphemeralContainer: no arguments, no environment, no paths. */
const container: ShownFields = {
  name: 'word',
  image: 'image',
  ports: words('name', 'containerPort', 'hostPort', 'protocol'),
  env: {
    name: 'word',
    valueFrom: {
      configMapKeyRef: words('name', 'key', 'optional'),
      secretKeyRef: words('name', 'key', 'optional'),
      fieldRef: words('apiVersion', 'fieldPath'),
      resourceFieldRef: words('containerName', 'resource', 'divisor'),
    },
  },
  envFrom: {
    configMapRef: words('name', 'optional'),
    secretRef: words('name', 'optional'),
  },
  resources: {
    ...resources,
    claims: words('name', 'request'),
  },
  volumeMounts: words('name'),
  volumeDevices: words('name'),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  lifecycle: handler,
};

const nodeSelectorTerm: ShownFields = {
  matchExpressions: words('key', 'operator', 'values'),
  matchFields: words('key', 'operator', 'values'),
};

const podAffinityTerm: ShownFields = {
  labelSelector,
  namespaceSelector: labelSelector,
  ...words('topologyKey', 'namespaces'),
};

const podAffinity: ShownFields = {
  requiredDuringSchedulingIgnoredDuringExecution: podAffinityTerm,
  preferredDuringSchedulingIgnoredDuringExecution: {
    podAffinityTerm,
    weight: 'word',
  },
};

const keysOf: ShownFields = { name: 'word', items: words('key') };

const volumeSources: ShownFields = {
  configMap: keysOf,
  secret: { secretName: 'word', name: 'word', items: words('key') },
};

/** core/v1 PodSpec. */
export const podSpec: ShownFields = {
  containers: container,
  initContainers: container,
  ephemeralContainers: container,
  ...words(
    'priorityClassName',
    'runtimeClassName',
    'schedulerName',
    'serviceAccount',
    'serviceAccountName',
  ),
  imagePullSecrets: words('name'),
  nodeSelector: everyWord,
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: nodeSelectorTerm,
      },
      preferredDuringSchedulingIgnoredDuringExecution: {
        preference: nodeSelectorTerm,
        weight: 'word',
      },
    },
    podAffinity,
    podAntiAffinity: podAffinity,
  },
  topologySpreadConstraints: { labelSelector, topologyKey: 'word' },
  resources,
  volumes: {
    name: 'word',
    ...volumeSources,
    emptyDir: words('sizeLimit'),
    ephemeral: {
      volumeClaimTemplate: {
        metadata,
        spec: { resources },
      },
    },
    persistentVolumeClaim: words('claimName'),
    projected: { sources: { configMap: keysOf, secret: keysOf } },
  },
};

export const podTemplate: ShownFields = { metadata, spec: podSpec };
