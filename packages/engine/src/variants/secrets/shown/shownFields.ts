import { groupOf } from '../../manifests/manifests';
import {
  labelSelector,
  metadata,
  objectReference,
  podSpec,
  podTemplate,
  resources,
} from './podFields';
import {
  analysisSpec,
  experimentSpec,
  rolloutSpec,
  rolloutStatus,
} from './rolloutFields';
import { everyWord, ShownFields, words } from './ShownRule';

/** Of kinds that run pods. */
const workloadSpec: ShownFields = {
  replicas: 'word',
  selector: labelSelector,
  serviceName: 'word',
  strategy: {
    type: 'word',
    rollingUpdate: words('maxSurge', 'maxUnavailable'),
  },
  updateStrategy: {
    type: 'word',
    rollingUpdate: words('maxSurge', 'maxUnavailable', 'partition'),
  },
  template: podTemplate,
  volumeClaimTemplates: { metadata, spec: { resources } },
};

const metricTarget = words(
  'type',
  'value',
  'averageValue',
  'averageUtilization',
);
const scalingRules: ShownFields = {
  ...words('stabilizationWindowSeconds', 'selectPolicy', 'tolerance'),
  policies: words('type', 'value', 'periodSeconds'),
};

/** autoscaling/v2 and v1 */
const scalerSpec: ShownFields = {
  scaleTargetRef: objectReference,
  ...words('minReplicas', 'maxReplicas', 'targetCPUUtilizationPercentage'),
  metrics: {
    type: 'word',
    resource: { name: 'word', target: metricTarget },
    containerResource: { ...words('name', 'container'), target: metricTarget },
    pods: {
      metric: { name: 'word', selector: labelSelector },
      target: metricTarget,
    },
    object: {
      describedObject: objectReference,
      metric: { name: 'word', selector: labelSelector },
      target: metricTarget,
    },
    external: {
      metric: { name: 'word', selector: labelSelector },
      target: metricTarget,
    },
  },
  behavior: { scaleUp: scalingRules, scaleDown: scalingRules },
};

const serviceSpec: ShownFields = {
  type: 'word',
  selector: everyWord,
  ports: words(
    'name',
    'port',
    'targetPort',
    'nodePort',
    'protocol',
    'appProtocol',
  ),
};

const ingressBackend: ShownFields = {
  service: { name: 'word', port: words('name', 'number') },
  resource: objectReference,
};

/** Istio's HTTPRoute, TLSRoute and TCPRoute of a VirtualService. */
const istioRoute: ShownFields = {
  name: 'word',
  route: {
    destination: { ...words('host', 'subset'), port: words('number') },
    weight: 'word',
  },
};

/** Of the Gateway API's routes. */
const gatewayRoute: ShownFields = {
  parentRefs: words(
    'group',
    'kind',
    'name',
    'namespace',
    'sectionName',
    'port',
  ),
  rules: {
    name: 'word',
    backendRefs: words('group', 'kind', 'name', 'namespace', 'port', 'weight'),
  },
};

const roleBinding: ShownFields = {
  roleRef: words('apiGroup', 'kind', 'name'),
  subjects: words('apiGroup', 'kind', 'name', 'namespace'),
};

/**
 * What is shown of the fields of a kind beside its name, labels and known annotations, changed or not: after Kubernetes
 * 1.37 (api/openapi-spec/swagger.json), argo-rollouts 1.10 (pkg/apis/rollouts/v1alpha1) and the objects that it routes
 * traffic by.
 */
const kinds: Readonly<Record<string, ShownFields>> = {
  '/PersistentVolumeClaim': {
    spec: { resources, ...words('storageClassName', 'volumeName') },
  },
  '/Pod': { spec: podSpec },
  '/PodTemplate': { template: podTemplate },
  '/ReplicationController': {
    spec: { replicas: 'word', selector: everyWord, template: podTemplate },
  },
  '/ResourceQuota': { spec: { hard: everyWord } },
  '/Service': { spec: serviceSpec },
  '/ServiceAccount': {
    secrets: words('name'),
    imagePullSecrets: words('name'),
  },
  'apps/DaemonSet': { spec: workloadSpec },
  'apps/Deployment': { spec: workloadSpec },
  'apps/ReplicaSet': { spec: workloadSpec },
  'apps/StatefulSet': { spec: workloadSpec },
  'autoscaling/HorizontalPodAutoscaler': { spec: scalerSpec },
  'batch/CronJob': {
    spec: { jobTemplate: { metadata, spec: { template: podTemplate } } },
  },
  'batch/Job': { spec: { selector: labelSelector, template: podTemplate } },
  'networking.k8s.io/Ingress': {
    spec: {
      ingressClassName: 'word',
      defaultBackend: ingressBackend,
      rules: { http: { paths: { backend: ingressBackend } } },
      tls: words('secretName'),
    },
  },
  'policy/PodDisruptionBudget': {
    spec: {
      selector: labelSelector,
      ...words('minAvailable', 'maxUnavailable', 'unhealthyPodEvictionPolicy'),
    },
  },
  'rbac.authorization.k8s.io/ClusterRoleBinding': roleBinding,
  'rbac.authorization.k8s.io/RoleBinding': roleBinding,
  'argoproj.io/AnalysisRun': { spec: analysisSpec },
  'argoproj.io/AnalysisTemplate': { spec: analysisSpec },
  'argoproj.io/ClusterAnalysisTemplate': { spec: analysisSpec },
  'argoproj.io/Experiment': { spec: experimentSpec },
  'argoproj.io/Rollout': { spec: rolloutSpec, status: rolloutStatus },
  'gateway.networking.k8s.io/GRPCRoute': { spec: gatewayRoute },
  'gateway.networking.k8s.io/HTTPRoute': { spec: gatewayRoute },
  'gateway.networking.k8s.io/TCPRoute': { spec: gatewayRoute },
  'gateway.networking.k8s.io/TLSRoute': { spec: gatewayRoute },
  'keda.sh/ScaledObject': {
    spec: {
      scaleTargetRef: objectReference,
      ...words('minReplicaCount', 'maxReplicaCount', 'idleReplicaCount'),
    },
  },
  'networking.istio.io/DestinationRule': {
    spec: { host: 'word', subsets: { name: 'word', labels: everyWord } },
  },
  'networking.istio.io/VirtualService': {
    spec: {
      ...words('hosts', 'gateways'),
      http: istioRoute,
      tcp: istioRoute,
      tls: istioRoute,
    },
  },
  'split.smi-spec.io/TrafficSplit': {
    spec: { service: 'word', backends: words('service', 'weight') },
  },
  'traefik.io/TraefikService': {
    spec: { weighted: { services: words('name', 'kind', 'port', 'weight') } },
  },
};

const identity: ShownFields = { ...words('apiVersion', 'kind'), metadata };

/** Of kinds that hold secrets, not even the annotations. */
const secret: ShownFields = {
  ...words('apiVersion', 'kind', 'type'),
  metadata: {
    ...words('name', 'generateName', 'namespace'),
    labels: everyWord,
  },
};

/**
 * Secrets, and what Secrets are made of: ExternalSecret, SealedSecret, VaultStaticSecret, SecretProviderClass, ...;
 * whatever group it is of.
 */
export function holdsSecrets({ kind }: { kind?: unknown }): boolean {
  return typeof kind === 'string' && kind.includes('Secret');
}

/** What is shown of an object of this kind, to everybody who may see comparisons. */
export function shownFieldsOf(manifest: {
  apiVersion: string;
  kind: string;
}): ShownFields {
  return holdsSecrets(manifest)
    ? secret
    : {
        ...kinds[`${groupOf(manifest)}/${manifest.kind}`],
        ...identity,
      };
}
