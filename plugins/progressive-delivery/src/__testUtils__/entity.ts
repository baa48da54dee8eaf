import { Entity } from '@backstage/catalog-model';

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'agents-controllers',
    annotations: { 'argocd/app-name': 'agents' },
  },
  spec: { type: 'service', owner: 'group:default/platform' },
};
