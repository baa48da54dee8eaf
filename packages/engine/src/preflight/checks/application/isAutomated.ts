import { Application } from '../../../targets/applications/application';

/** Whether Argo CD syncs by itself (argo-cd v3.6 pkg/apis/application/v1alpha1/types.go IsAutomatedSyncEnabled). */
export function isAutomated({ spec }: Application): boolean {
  const { automated } = spec.syncPolicy ?? {};
  return Boolean(automated) && automated?.enabled !== false;
}
