import { groupOf, Manifest } from '../manifests/manifests';

/**
 * How Kubernetes tells a list's items apart.
 *
 * - `keyed`: by some of their fields; where `ordered` says so, their order means something all the same
 * - `set`: by their whole value, and their order means nothing
 */
export type ListRule =
  | {
      kind: 'keyed';
      keys: readonly string[];
      /** What a key is where it is not there. */
      defaults?: Readonly<Record<string, string>>;
      ordered?: (items: readonly Record<string, unknown>[]) => boolean;
    }
  | { kind: 'set' };

/** What is known of a field, apart from what its value tells. */
export interface FieldRule {
  list?: ListRule;
  /** Of a list's items. */
  items?: FieldRule;
  fields?: Readonly<Record<string, FieldRule>>;
  /** Texts, each by a name of somebody's own. */
  texts?: true;
  /** A text: null stands for an empty one, which is another than none. */
  text?: true;
  /** Amounts, each by the name of a resource. */
  quantities?: true;
  /** It is the same whether it is empty or not there. */
  emptyIsAbsent?: true;
}

const keyed = (
  keys: readonly string[],
  more: Omit<FieldRule, 'list'> & {
    defaults?: Readonly<Record<string, string>>;
    ordered?: (items: readonly Record<string, unknown>[]) => boolean;
  } = {},
): FieldRule => {
  const { defaults, ordered, ...rule } = more;
  return { ...rule, list: { kind: 'keyed', keys, defaults, ordered } };
};

const byName = keyed(['name']);
const set: FieldRule = { list: { kind: 'set' } };
const always = () => true;

/** A variable may refer to those before it (core/v1 EnvVar). */
const refersToOthers = (items: readonly Record<string, unknown>[]) =>
  items.some(({ value }) => typeof value === 'string' && value.includes('$('));

const metadata: FieldRule = {
  fields: {
    creationTimestamp: { emptyIsAbsent: true },
    labels: { texts: true, emptyIsAbsent: true },
    annotations: { texts: true, emptyIsAbsent: true },
    finalizers: set,
    ownerReferences: keyed(['uid']),
  },
};

const resources: FieldRule = {
  emptyIsAbsent: true,
  fields: {
    limits: { quantities: true },
    requests: { quantities: true },
    claims: byName,
  },
};

const container: FieldRule = {
  fields: {
    env: keyed(['name'], { ordered: refersToOthers }),
    ports: keyed(['containerPort', 'protocol'], {
      defaults: { protocol: 'TCP' },
    }),
    resources,
    securityContext: { emptyIsAbsent: true },
    volumeDevices: keyed(['devicePath']),
    volumeMounts: keyed(['mountPath']),
  },
};

const podSpec: FieldRule = {
  fields: {
    containers: keyed(['name'], { items: container }),
    ephemeralContainers: keyed(['name'], { items: container }),
    hostAliases: keyed(['ip']),
    imagePullSecrets: byName,
    // They run one after the other.
    initContainers: keyed(['name'], { items: container, ordered: always }),
    nodeSelector: { texts: true, emptyIsAbsent: true },
    resourceClaims: byName,
    schedulingGates: byName,
    securityContext: { emptyIsAbsent: true },
    // Atomic to the API; the scheduler asks whether any of them tolerates a taint.
    tolerations: set,
    topologySpreadConstraints: keyed(['topologyKey', 'whenUnsatisfiable']),
    volumes: byName,
  },
};

const podTemplate: FieldRule = { fields: { metadata, spec: podSpec } };

const analysis: FieldRule = {
  fields: {
    templates: keyed(['templateName']),
    args: byName,
    dryRun: keyed(['metricName']),
    measurementRetention: keyed(['metricName']),
  },
};

const analysisTemplate: FieldRule = {
  fields: {
    metrics: byName,
    args: byName,
    dryRun: keyed(['metricName']),
    measurementRetention: keyed(['metricName']),
  },
};

const webhooks = keyed(['name'], {
  items: { fields: { matchConditions: keyed(['name'], { ordered: always }) } },
});

/** Atomic to the API; the authorizer asks whether any of them allows something. */
const roleRules: FieldRule = {
  ...set,
  items: {
    fields: {
      apiGroups: set,
      resources: set,
      resourceNames: set,
      verbs: set,
      nonResourceURLs: set,
    },
  },
};

const workload: FieldRule = {
  fields: { template: podTemplate, strategy: { emptyIsAbsent: true } },
};

/**
 * The fields of a kind beside its metadata and status, from `x-kubernetes-list-map-keys` and `x-kubernetes-list-type` of
 * Kubernetes 1.37 (api/openapi-spec/swagger.json; k8s.io/api has them as `listMapKey` and `patchMergeKey`), and
 * `patchMergeKey` of argo-rollouts 1.10 (pkg/apis/rollouts/v1alpha1).
 */
const kinds: Readonly<Record<string, Readonly<Record<string, FieldRule>>>> = {
  '/ConfigMap': { data: { texts: true }, binaryData: { texts: true } },
  '/Pod': { spec: podSpec },
  '/PodTemplate': { template: podTemplate },
  '/ReplicationController': { spec: workload },
  '/Secret': { data: { texts: true }, stringData: { texts: true } },
  '/Service': {
    spec: {
      fields: {
        ports: keyed(['port', 'protocol'], { defaults: { protocol: 'TCP' } }),
        selector: { texts: true },
      },
    },
  },
  '/ServiceAccount': { secrets: byName },
  '/PersistentVolumeClaim': { spec: { fields: { resources } } },
  '/ResourceQuota': { spec: { fields: { hard: { quantities: true } } } },
  'apps/DaemonSet': { spec: workload },
  'apps/Deployment': { spec: workload },
  'apps/ReplicaSet': { spec: workload },
  'apps/StatefulSet': { spec: workload },
  'batch/CronJob': {
    spec: {
      fields: { jobTemplate: { fields: { metadata, spec: workload } } },
    },
  },
  'batch/Job': { spec: workload },
  'argoproj.io/AnalysisTemplate': { spec: analysisTemplate },
  'argoproj.io/ClusterAnalysisTemplate': { spec: analysisTemplate },
  'argoproj.io/Rollout': {
    spec: {
      fields: {
        template: podTemplate,
        strategy: {
          fields: {
            canary: { fields: { analysis } },
            blueGreen: {
              fields: {
                prePromotionAnalysis: analysis,
                postPromotionAnalysis: analysis,
              },
            },
          },
        },
      },
    },
  },
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': { webhooks },
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': { webhooks },
  'rbac.authorization.k8s.io/ClusterRole': { rules: roleRules },
  'rbac.authorization.k8s.io/ClusterRoleBinding': { subjects: set },
  'rbac.authorization.k8s.io/Role': { rules: roleRules },
  'rbac.authorization.k8s.io/RoleBinding': { subjects: set },
};

/** Which lists of an object have no order, and what else of it means the same in two ways. */
export function fieldRulesOf(manifest: Manifest): FieldRule {
  const known = kinds[`${groupOf(manifest)}/${manifest.kind}`];
  return {
    fields: {
      metadata,
      status: {
        emptyIsAbsent: true,
        fields: { conditions: keyed(['type']) },
      },
      ...known,
    },
  };
}
