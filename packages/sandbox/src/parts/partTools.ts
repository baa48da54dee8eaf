import { PartName } from '../status/sandboxStatus';
import { argoCdTools } from './startArgoCd';
import { argoRolloutsTools } from './startArgoRollouts';
import { giteaTools } from './startGitea';
import { kubernetesTools } from './startKubernetes';

/** What each part runs, or is filled with. */
export const partTools: Record<PartName, string[]> = {
  gitea: giteaTools,
  kubernetes: kubernetesTools,
  'argo-rollouts': argoRolloutsTools,
  argocd: argoCdTools,
  application: [],
};

/** The part that a process belongs to. */
export function partOf(process: string): PartName {
  if (process.startsWith('argocd')) {
    return 'argocd';
  }
  return process === 'gitea' || process === 'argo-rollouts'
    ? process
    : 'kubernetes';
}
