import { resolve } from 'node:path';

// This package is private and runs from its source only.
// eslint-disable-next-line no-restricted-syntax
const gitops = resolve(__dirname, '../../../examples/gitops');

/** Where the example chart and its overlays are. */
export const examples = {
  gitops,
  chart: resolve(gitops, 'charts/agents'),
  production: resolve(gitops, 'argocd/applications/agents'),
  staging: resolve(gitops, 'argocd/applications/agents-staging'),
  docs: resolve(gitops, '../../docs'),
};
