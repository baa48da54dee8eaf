import { z } from 'zod/v4';
import { Application, applicationSchema } from '@progressive-delivery/engine';

/** An Application as an API server has it, with fields of its own. */
export function applicationObject(
  fields: {
    name?: string;
    namespace?: string;
    labels?: Record<string, string>;
    entities?: string;
    spec?: object;
    status?: object;
  } = {},
) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: fields.name ?? 'agents',
      namespace: fields.namespace ?? 'argocd',
      labels: fields.labels,
      annotations: fields.entities
        ? { 'progressive-delivery/entities': fields.entities }
        : undefined,
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/platform/gitops.git',
        targetRevision: 'main',
        path: 'argocd/applications/agents',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'agents',
      },
      ...fields.spec,
    } satisfies z.input<typeof applicationSchema>['spec'],
    status: fields.status,
  };
}

/** The same, read. */
export function application(
  fields?: Parameters<typeof applicationObject>[0],
): Application {
  return applicationSchema.parse(
    JSON.parse(JSON.stringify(applicationObject(fields))),
  );
}
