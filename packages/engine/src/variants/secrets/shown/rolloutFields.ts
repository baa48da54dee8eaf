import { labelSelector, metadata, podTemplate } from './podFields';
import { EVERY, everyWord, ShownFields, words } from './ShownRule';

/** An argument's value may be a secret, its source is a reference. */
const analysisArguments: ShownFields = {
  name: 'word',
  valueFrom: {
    podTemplateHashValue: 'word',
    fieldRef: words('fieldPath'),
    secretKeyRef: words('name', 'key'),
  },
};

/** Names of metrics, and how many of their measurements count. */
const analysisLimits: ShownFields = {
  dryRun: words('metricName'),
  measurementRetention: words('metricName', 'limit'),
};

/** RolloutAnalysis and RolloutAnalysisBackground. */
const analysis: ShownFields = {
  templates: words('templateName', 'clusterScope'),
  args: analysisArguments,
  startingStep: 'word',
  ...analysisLimits,
};

const podMetadata: ShownFields = {
  labels: everyWord,
  annotations: metadata.annotations,
};

const canaryStep: ShownFields = {
  setWeight: 'word',
  pause: words('duration'),
  setCanaryScale: words('weight', 'replicas', 'matchTrafficWeight'),
  analysis,
  experiment: {
    duration: 'word',
    templates: {
      ...words('name', 'specRef', 'replicas', 'weight'),
      service: words('name'),
      selector: labelSelector,
      metadata: podMetadata,
    },
    analyses: {
      ...words('name', 'templateName', 'clusterScope', 'requiredForCompletion'),
      args: analysisArguments,
    },
    ...analysisLimits,
  },
  setHeaderRoute: { name: 'word', match: words('headerName') },
  setMirrorRoute: words('name', 'percentage'),
  plugin: words('name'),
  replicaProgressThreshold: words('type', 'value'),
};

const virtualService: ShownFields = {
  ...words('name', 'routes'),
  tlsRoutes: words('port', 'sniHosts'),
  tcpRoutes: words('port'),
};

const trafficRouting: ShownFields = {
  ...words('maxTrafficWeight'),
  managedRoutes: words('name'),
  istio: {
    virtualService,
    virtualServices: virtualService,
    destinationRule: words('name', 'canarySubsetName', 'stableSubsetName'),
  },
  nginx: words('stableIngress', 'stableIngresses', 'annotationPrefix'),
  alb: {
    ...words(
      'ingress',
      'ingresses',
      'servicePort',
      'rootService',
      'annotationPrefix',
    ),
    stickinessConfig: words('enabled', 'durationSeconds'),
  },
  smi: words('rootService', 'trafficSplitName'),
  ambassador: words('mappings'),
  apisix: { route: words('name', 'rules') },
  appMesh: {
    virtualService: words('name', 'routes'),
    virtualNodeGroup: {
      canaryVirtualNodeRef: words('name'),
      stableVirtualNodeRef: words('name'),
    },
  },
  traefik: words('weightedTraefikServiceName'),
};

const antiAffinity: ShownFields = {
  preferredDuringSchedulingIgnoredDuringExecution: words('weight'),
};

/** RolloutStrategy of argo-rollouts 1.10 (pkg/apis/rollouts/v1alpha1/types.go); what plugins are configured with is hidden. */
const strategy: ShownFields = {
  canary: {
    ...words(
      'canaryService',
      'stableService',
      'maxSurge',
      'maxUnavailable',
      'scaleDownDelaySeconds',
      'scaleDownDelayRevisionLimit',
      'abortScaleDownDelaySeconds',
      'dynamicStableScale',
      'minPodsPerReplicaSet',
    ),
    pingPong: words('pingService', 'pongService'),
    steps: canaryStep,
    analysis,
    trafficRouting,
    antiAffinity,
    replicaProgressThreshold: words('type', 'value'),
    canaryMetadata: podMetadata,
    stableMetadata: podMetadata,
  },
  blueGreen: {
    ...words(
      'activeService',
      'previewService',
      'previewReplicaCount',
      'autoPromotionEnabled',
      'autoPromotionSeconds',
      'maxUnavailable',
      'scaleDownDelaySeconds',
      'scaleDownDelayRevisionLimit',
      'abortScaleDownDelaySeconds',
    ),
    prePromotionAnalysis: analysis,
    postPromotionAnalysis: analysis,
    antiAffinity,
    previewMetadata: podMetadata,
    activeMetadata: podMetadata,
  },
};

/** RolloutSpec */
export const rolloutSpec: ShownFields = {
  ...words('replicas', 'paused', 'restartAt'),
  selector: labelSelector,
  workloadRef: words('apiVersion', 'kind', 'name', 'scaleDown'),
  template: podTemplate,
  strategy,
};

const runStatus = words('name', 'status');

const weight = words('podTemplateHash', 'serviceName', 'weight');

/** RolloutStatus: how far it is, without the messages of conditions and analyses. */
export const rolloutStatus: ShownFields = {
  ...words(
    'HPAReplicas',
    'abort',
    'abortedAt',
    'availableReplicas',
    'collisionCount',
    'controllerPause',
    'currentPodHash',
    'currentStepHash',
    'currentStepIndex',
    'observedGeneration',
    'phase',
    'promoteFull',
    'readyReplicas',
    'replicas',
    'restartedAt',
    'stableRS',
    'updatedReplicas',
    'workloadObservedGeneration',
  ),
  pauseConditions: words('reason', 'startTime'),
  conditions: words(
    'type',
    'status',
    'reason',
    'lastTransitionTime',
    'lastUpdateTime',
  ),
  canary: {
    ...words('currentExperiment', 'stablePingPong'),
    currentStepAnalysisRunStatus: runStatus,
    currentBackgroundAnalysisRunStatus: runStatus,
    weights: { canary: weight, stable: weight, additional: weight },
  },
  blueGreen: {
    ...words('activeSelector', 'previewSelector', 'scaleUpPreviewCheckPoint'),
    prePromotionAnalysisRunStatus: runStatus,
    postPromotionAnalysisRunStatus: runStatus,
  },
};

const query: ShownFields = { query: 'text' };

/** Of Metric (analysis_types.go): no addresses, headers, bodies or jobs of its provider. */
const metric: ShownFields = {
  ...words(
    'name',
    'interval',
    'initialDelay',
    'count',
    'failureLimit',
    'inconclusiveLimit',
    'consecutiveErrorLimit',
    'consecutiveSuccessLimit',
  ),
  successCondition: 'text',
  failureCondition: 'text',
  provider: {
    prometheus: query,
    datadog: { query: 'text', queries: { [EVERY]: 'text' } },
    graphite: query,
    influxdb: query,
    newRelic: query,
    skywalking: query,
    wavefront: query,
  },
};

/** AnalysisTemplateSpec and AnalysisRunSpec */
export const analysisSpec: ShownFields = {
  metrics: metric,
  templates: words('templateName', 'clusterScope'),
  args: analysisArguments,
  ...analysisLimits,
};

/** ExperimentSpec */
export const experimentSpec: ShownFields = {
  duration: 'word',
  templates: {
    ...words('name', 'replicas'),
    selector: labelSelector,
    service: words('name'),
    template: podTemplate,
  },
  analyses: {
    ...words('name', 'templateName', 'clusterScope', 'requiredForCompletion'),
    args: analysisArguments,
  },
  ...analysisLimits,
};
