import {
  ContentOf,
  SetupMessage,
  SetupProblem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { stringify } from 'yaml';
import {
  InspectedTool,
  InspectedTools,
  reasonOf,
} from '@progressive-delivery/engine';
import { ArgoCdConfig } from '../config';
import { KubernetesClusters } from './kubernetesClusters';

/** The README of this package. */
export const DOCUMENTATION =
  'https://github.com/progressive-delivery/progressive-delivery/blob/main/plugins/progressive-delivery-backend/README.md';

/** Names of clusters in one sentence. */
const MOST_NAMED = 20;

const kubernetesExample = {
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: [
          {
            name: 'production',
            url: 'https://kubernetes.example.com',
            authProvider: 'serviceAccount',
            serviceAccountToken: '${KUBERNETES_TOKEN}',
            caData: '${KUBERNETES_CA}',
          },
        ],
      },
    ],
  },
};

const argocdExample = (cluster: string) => ({
  progressiveDelivery: {
    argocd: [{ name: 'main', cluster, namespace: 'argocd' }],
  },
});

/** What there is of an installation: its configuration, and the tools on the backend's machine. */
export interface Installed {
  clusters: KubernetesClusters;
  argocd: readonly Pick<ArgoCdConfig, 'name' | 'cluster'>[];
  /** The Git hosts that `integrations` names. */
  gitHosts: ReadonlySet<string>;
  git: InspectedTool;
  tools: InspectedTools[];
}

/** All that an installation lacks, each with the lines to add to the app-config. */
export function setupProblems({
  argocd,
  clusters,
  git,
  gitHosts,
  tools,
}: Installed): SetupProblem[] {
  return [
    ...(clusters.state === 'none'
      ? [
          setupProblem(
            { id: 'clustersMissing', parameters: {} },
            'clusters',
            kubernetesExample,
          ),
        ]
      : []),
    ...(argocd.length === 0
      ? [
          setupProblem(
            { id: 'argocdMissing', parameters: {} },
            'argo-cd',
            argocdExample(
              clusters.state === 'listed' ? clusters.names[0] : 'production',
            ),
          ),
        ]
      : []),
    ...argocd.flatMap(({ cluster, name }) =>
      clusters.state !== 'listed' || clusters.names.includes(cluster)
        ? []
        : [
            setupProblem(
              {
                id: 'argocdClusterUnknown',
                parameters: {
                  argocd: name,
                  cluster,
                  known: clusters.names.slice(0, MOST_NAMED),
                },
              },
              'argo-cd',
              {
                progressiveDelivery: {
                  argocd: [{ name, cluster: clusters.names[0] }],
                },
              },
            ),
          ],
    ),
    ...(gitHosts.size === 0
      ? [
          setupProblem({ id: 'gitHostsMissing', parameters: {} }, 'git-hosts', {
            integrations: {
              github: [{ host: 'github.com', token: '${GITHUB_TOKEN}' }],
            },
          }),
        ]
      : []),
    ...(git.state === 'unusable'
      ? [
          setupProblem(
            { id: 'gitUnusable', parameters: { because: because(git.error) } },
            'tools',
            { progressiveDelivery: { tools: { git: '/usr/bin/git' } } },
          ),
        ]
      : []),
    ...tools.flatMap(toolProblems),
  ];
}

function toolProblems({
  argocd,
  helm,
  kustomize,
  together,
}: InspectedTools): SetupProblem[] {
  const problem = (error: Error, tools: Record<string, string>) =>
    setupProblem(
      argocd === undefined
        ? { id: 'toolsUnusable', parameters: { because: because(error) } }
        : {
            id: 'argocdToolsUnusable',
            parameters: { argocd, because: because(error) },
          },
      'tools',
      {
        progressiveDelivery:
          argocd === undefined
            ? { tools }
            : { argocd: [{ name: argocd, tools }] },
      },
    );
  const paths = {
    helm: '/usr/local/bin/helm',
    kustomize: '/usr/local/bin/kustomize',
  };
  return [
    ...(helm.state === 'unusable'
      ? [problem(helm.error, { helm: paths.helm })]
      : []),
    ...(kustomize?.state === 'unusable'
      ? [problem(kustomize.error, { kustomize: paths.kustomize })]
      : []),
    ...(together ? [problem(together, paths)] : []),
  ];
}

/** @throws the error itself where it does not say what is wrong with a tool */
function because(error: Error) {
  const reason = reasonOf(error);
  if (!reason || reason.id === 'unknown') {
    throw error;
  }
  return reason;
}

/** @param section - of the documentation */
function setupProblem(
  message: ContentOf<SetupMessage>,
  section: string,
  lines: object,
): SetupProblem {
  return {
    message: toMessage('setup', message),
    yaml: stringify(lines, { lineWidth: 0 }).trimEnd(),
    docs: `${DOCUMENTATION}#${section}`,
  };
}
