// The service is no export of the plugin: over HTTP, signing in and looking the entity up would be measured as well.
/* eslint-disable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { ClusterProxy } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/clusters/ClusterProxy';
import { ClusterService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/clusters/ClusterService';
import { PreflightService } from '@progressive-delivery/backstage-plugin-progressive-delivery-backend/src/preflight/PreflightService';
/* eslint-enable no-restricted-imports, @backstage/no-forbidden-package-imports */
import { DeliveryTarget, VariantService } from '@progressive-delivery/engine';
import { silentLogger } from '../../running/silentLogger';
import { Files, overlayFiles } from './overlayFiles';

/** What is rendered, and what a cluster has of each resource. */
export interface PreflightInput {
  name: string;
  hostile: { files: Files; live: LiveObjects };
  harmless: { files: Files; live: LiveObjects };
}

/** Items of a list, by resource. */
type LiveObjects = Record<string, unknown[]>;

/** Documents of a template, in a loop of Helm's. */
const repeated = (count: number, document: string) =>
  `{{- range $i := until ${count} }}\n---\n${document}{{- end }}\n`;

const moved = (count: number) =>
  repeated(
    count,
    `apiVersion: {{ ternary "argoproj.io/v1alpha1" "apps/v1" $.Values.progressiveDelivery.enabled }}
kind: {{ ternary "Rollout" "Deployment" $.Values.progressiveDelivery.enabled }}
metadata: { name: web-{{ $i }} }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }], volumes: [{ name: a, configMap: { name: web-{{ $i }} } }] }
`,
  );

/** Each of them concerns all workloads, and each workload all of them. */
const around = (count: number) =>
  [
    `apiVersion: v1
kind: Service
metadata: { name: web-{{ $i }} }
spec: { selector: { app: web } }
`,
    `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-{{ $i }} }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web-0 } }
`,
    `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web-{{ $i }} }
spec: { selector: { matchLabels: { app: web } }, minAvailable: 1 }
`,
    `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web-{{ $i }} }
spec: { rules: [{ http: { paths: [{ backend: { service: { name: web-{{ $i }} } } }] } }] }
`,
  ]
    .map(document => repeated(count / 4, document))
    .join('');

const removed = (count: number) =>
  `{{- if not $.Values.progressiveDelivery.enabled }}
${repeated(
  count,
  `apiVersion: v1
kind: ConfigMap
metadata: { name: web-{{ $i }} }
`,
)}{{- end }}
`;

/** As many documents, of which none concerns another. */
const plain = (count: number) =>
  repeated(
    count,
    `apiVersion: v1
kind: ConfigMap
metadata: { name: plain-{{ $i }} }
data: { a: "of a length that is like that of the others, so that as much is read and compared: {{ $i }}" }
`,
  );

const patches = (count: number, kind: string) =>
  `patches:\n${Array.from(
    { length: count },
    (_, index) =>
      `- target: { kind: ${kind}, name: web-${index} }
  patch: '[{ "op": "add", "path": "/metadata/labels", "value": { "a": "b" } }]'
`,
  ).join('')}`;

const items = (count: number, spec: object): unknown[] =>
  Array.from({ length: count }, (_, index) => ({
    metadata: { name: `web-${index}`, namespace: 'default' },
    spec,
  }));

const live: LiveObjects = {
  deployments: items(2_000, {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web' }] },
    },
  }),
  services: items(2_000, { selector: { app: 'web' } }),
  horizontalpodautoscalers: items(2_000, {
    maxReplicas: 3,
    scaleTargetRef: {
      kind: 'Deployment',
      name: 'web-0',
      apiVersion: 'apps/v1',
    },
  }),
  poddisruptionbudgets: items(2_000, {
    selector: { matchLabels: { app: 'web' } },
    minAvailable: 1,
  }),
  resourcequotas: items(2_000, { hard: { pods: '1' } }),
};

const none: LiveObjects = {};

export const preflightInputs: PreflightInput[] = [
  {
    name: '400 workloads that move, and 800 objects that concern each',
    hostile: {
      files: overlayFiles({ template: moved(400) + around(800) }),
      live: none,
    },
    harmless: { files: overlayFiles({ template: plain(1_200) }), live: none },
  },
  {
    name: '1,000 documents that are removed beside 200 workloads that move',
    hostile: {
      files: overlayFiles({ template: removed(1_000) + moved(200) }),
      live: none,
    },
    harmless: { files: overlayFiles({ template: plain(1_200) }), live: none },
  },
  {
    name: '2,000 live objects of each kind, which concern 200 workloads that move',
    hostile: { files: overlayFiles({ template: moved(200) }), live },
    harmless: { files: overlayFiles({ template: plain(200) }), live },
  },
  {
    name: '500 patches of what moves',
    hostile: {
      files: overlayFiles({
        template: moved(200),
        kustomization: patches(500, 'Deployment'),
      }),
      live: none,
    },
    harmless: {
      files: overlayFiles({
        template: plain(200),
        kustomization: patches(500, 'Job'),
      }),
      live: none,
    },
  },
];

/** What a person gets to see before a pull request is opened. */
export async function attackPreflight(
  variants: VariantService,
  target: DeliveryTarget,
  objects: LiveObjects,
): Promise<unknown> {
  // As the proxy answers, without a server that would hold up the same event loop.
  const proxy: Pick<ClusterProxy, 'answer'> = {
    answer: async ({ path }) => {
      const { pathname } = new URL(path, 'http://localhost');
      const resource = pathname.split('/').at(-1) ?? '';
      return {
        status: 200,
        body: { metadata: {}, items: structuredClone(objects[resource] ?? []) },
        credentials: { of: 'own' },
      };
    },
  };
  const preflight = PreflightService.create({
    clusters: ClusterService.create({ proxy: proxy as ClusterProxy }),
    config: {
      argocd: [],
      preflight: { checks: {}, acknowledgeWarnings: false },
    },
    logger: silentLogger,
    variants,
  });
  return preflight.compare(target, {
    switch: 'progressiveDelivery.enabled',
    enabled: true,
  });
}
