import {
  ChartPreparation,
  DeliveryChart,
  PreparationProposal,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { SWITCH } from './targetWith';

const repository = 'https://git.example.com/shop/gitops.git';

export const CHART = 'web-5e2f81c0';

/** One in Git, without a switch. */
export const chartWith = (
  changed: Partial<DeliveryChart> = {},
): DeliveryChart => ({
  id: CHART,
  name: 'web',
  repository,
  directory: 'charts/web',
  switches: [],
  ...changed,
});

/** The pull request that prepares it. */
export const preparedBy = (
  changed: Partial<PreparationProposal> = {},
): PreparationProposal => ({
  number: 57,
  url: 'https://git.example.com/shop/gitops/pulls/57',
  title: 'Prepare the chart web for progressive delivery',
  branch: 'progressive-delivery/prepare-web-5e2f81c0',
  state: 'open',
  draft: false,
  requestedBy: 'user:default/dora',
  createdAt: new Date(Date.now() - 25 * 60_000).toISOString(),
  ...changed,
});

const base = {
  repository,
  branch: 'main',
  commit: '4f2a9c1d7be8035566aa0c2f9de1b7a3c4d5e6f7',
};

const DEPLOYMENT = `--- a/charts/web/templates/deployment.yaml
+++ b/charts/web/templates/deployment.yaml
@@ -1,13 +1,20 @@
-apiVersion: apps/v1
-kind: Deployment
+{{- include "web.checkProgressiveDelivery" . }}
+{{ include "web.workloadIdentity" . }}
 metadata:
   name: {{ include "web.fullname" . }}
   labels:
     {{- include "web.labels" . | nindent 4 }}
+  {{- with include "web.workloadAnnotations" . }}
+  annotations:
+    {{- . | nindent 4 }}
+  {{- end }}
 spec:
-  {{- if not .Values.autoscaling.enabled }}
   replicas: {{ .Values.replicaCount }}
-  {{- end }}
+  {{- if .Values.progressiveDelivery.enabled }}
+  strategy:
+    {{- include "web.canary" . | nindent 4 }}
+  {{- end }}
   selector:
     matchLabels:
       {{- include "web.selectorLabels" . | nindent 6 }}
`;

const AUTOSCALER = `--- a/charts/web/templates/hpa.yaml
+++ b/charts/web/templates/hpa.yaml
@@ -7,8 +7,7 @@
     {{- include "web.labels" . | nindent 4 }}
 spec:
   scaleTargetRef:
-    apiVersion: apps/v1
-    kind: Deployment
+    {{- include "web.workloadIdentity" . | nindent 4 }}
     name: {{ include "web.fullname" . }}
   minReplicas: {{ .Values.autoscaling.minReplicas }}
   maxReplicas: {{ .Values.autoscaling.maxReplicas }}
`;

const VALUES = `--- a/charts/web/values.yaml
+++ b/charts/web/values.yaml
@@ -105,3 +105,16 @@
 tolerations: []
 
 affinity: {}
+
+progressiveDelivery:
+  # Render a canaried Argo Rollout instead of a Deployment. Before you turn it on:
+  # https://github.com/progressive-delivery/progressive-delivery/blob/main/docs/chart-pattern.md#before-you-turn-it-on
+  enabled: false
+  provider: argo-rollouts
+  # Lets Argo CD remove the old kind only when the new one is healthy.
+  pruneLast: true
+  canarySteps:
+    - setWeight: 25
+    - pause: {}
+  maxSurge: 1
+  maxUnavailable: 0
`;

const HELPER = `--- /dev/null
+++ b/charts/web/templates/_progressive-delivery.tpl
@@ -0,0 +1,10 @@
+{{/* What the workload is. Whatever points at it, such as an autoscaler, says it with this too. */}}
+{{- define "web.workloadIdentity" -}}
+{{- if .Values.progressiveDelivery.enabled -}}
+apiVersion: argoproj.io/v1alpha1
+kind: Rollout
+{{- else -}}
+apiVersion: apps/v1
+kind: Deployment
+{{- end }}
+{{- end }}
`;

/** The same for those who may not see values: without the lines around what changes. */
const MASKED_DEPLOYMENT = `--- a/charts/web/templates/deployment.yaml
+++ b/charts/web/templates/deployment.yaml
@@ -1,2 +1,2 @@
-apiVersion: apps/v1
-kind: Deployment
+{{- include "web.checkProgressiveDelivery" . }}
+{{ include "web.workloadIdentity" . }}
@@ -6,0 +7,4 @@
+  {{- with include "web.workloadAnnotations" . }}
+  annotations:
+    {{- . | nindent 4 }}
+  {{- end }}
@@ -8 +11,0 @@
-  {{- if not .Values.autoscaling.enabled }}
@@ -10 +13,4 @@
-  {{- end }}
+  {{- if .Values.progressiveDelivery.enabled }}
+  strategy:
+    {{- include "web.canary" . | nindent 4 }}
+  {{- end }}
`;

type Prepared = Extract<ChartPreparation, { state: 'prepared' }>;

/** What gives it the switch. */
export const preparedWith = (changed: Partial<Prepared> = {}): Prepared => ({
  state: 'prepared',
  chart: chartWith(),
  digest: 'digest-of-web',
  base,
  files: changed.masked
    ? [
        {
          path: 'charts/web/templates/deployment.yaml',
          isNew: false,
          patch: MASKED_DEPLOYMENT,
        },
      ]
    : [
        { path: 'charts/web/values.yaml', isNew: false, patch: VALUES },
        {
          path: 'charts/web/templates/_progressive-delivery.tpl',
          isNew: true,
          patch: HELPER,
        },
        {
          path: 'charts/web/templates/deployment.yaml',
          isNew: false,
          patch: DEPLOYMENT,
        },
        {
          path: 'charts/web/templates/hpa.yaml',
          isNew: false,
          patch: AUTOSCALER,
        },
      ],
  masked: false,
  workloads: [
    {
      template: 'templates/deployment.yaml',
      line: 2,
      switch: SWITCH,
      replicasAdded: true,
    },
  ],
  proof: {
    values: [
      toMessage('adoptionValues', { id: 'own', parameters: {} }),
      toMessage('adoptionValues', {
        id: 'ownWith',
        parameters: {
          settings: ['autoscaling.enabled=true', 'ingress.enabled=true'],
        },
      }),
      ...['deploy/web/values.yaml', 'deploy/web-staging/values.yaml'].map(
        name =>
          toMessage('adoptionValues', { id: 'named', parameters: { name } }),
      ),
    ],
    workloads: ['Deployment web'],
    schema: true,
  },
  notes: [
    toMessage('adoptionNote', {
      id: 'replicasAdded',
      parameters: { template: 'templates/deployment.yaml', line: 8 },
    }),
    toMessage('adoptionNote', {
      id: 'valuesLeftOut',
      parameters: { number: 3 },
    }),
  ],
  ...changed,
});

/** What is in the way of it. */
export const refused: ChartPreparation = {
  state: 'refused',
  chart: chartWith(),
  base,
  obstacles: [
    toMessage('adoptionObstacle', {
      id: 'withinLoop',
      parameters: {
        template: 'templates/workers.yaml',
        line: 2,
        over: '$name, $worker := .Values.workers',
      },
    }),
    toMessage('adoptionObstacle', {
      id: 'replicasUnclear',
      parameters: { template: 'templates/deployment.yaml', line: 9 },
    }),
    toMessage('adoptionObstacle', {
      id: 'preparedDoesNotRender',
      parameters: {
        values: 'deploy/web/values.yaml',
        message:
          'Error: execution error at (web/templates/deployment.yaml:41:24): nil pointer evaluating interface {}.steps',
      },
    }),
  ],
};
