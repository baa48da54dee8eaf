/** A Go program of the sandbox. */
export interface Tool {
  /** The binary's file name. */
  name: string;
  /** The Go package that is its main. */
  package: string;
  /** `-X` link flags: what the program's own build tells it about its version. */
  variables?: Record<string, string>;
  tags?: string[];
  /** Needs a C compiler. */
  cgo?: boolean;
}

/** A folder of files that a tool needs when it runs, taken from its module. */
export interface ToolAsset {
  name: string;
  /** Path of the Go module that has it. */
  module: string;
  /** The folder inside the module. */
  folder: string;
}

/** One Go module of this package's `tools` folder: what is built from one `go.mod` and `go.sum`. */
export interface ToolModule {
  name: string;
  tools: Tool[];
  assets: ToolAsset[];
}

const kubernetesVersion = '1.37.2';

const kubernetesVariables = {
  // Without these, clients cannot parse the server's version.
  'k8s.io/component-base/version.gitVersion': `v${kubernetesVersion}`,
  'k8s.io/component-base/version.gitMajor': '1',
  'k8s.io/component-base/version.gitMinor': '37',
};

const kwokVariables = {
  'sigs.k8s.io/kwok/pkg/consts.Version': 'v0.8.0',
  'sigs.k8s.io/kwok/pkg/consts.KubeVersion': `v${kubernetesVersion}`,
};

const rolloutsVariables = {
  'github.com/argoproj/argo-rollouts/utils/version.version': '1.10.2',
};

const giteaTags = ['sqlite', 'sqlite_unlock_notify'];

const gitea: ToolModule = {
  name: 'gitea',
  tools: [
    {
      name: 'gitea',
      package: 'code.gitea.io/gitea',
      variables: {
        'main.Version': '1.26.4',
        'main.Tags': giteaTags.join(' '),
      },
      // With the last two, the standard library is that of the other programs.
      tags: [...giteaTags, 'netgo', 'osusergo'],
      cgo: true,
    },
  ],
  assets: ['templates', 'options', 'public'].map(folder => ({
    name: `gitea/${folder}`,
    module: 'code.gitea.io/gitea',
    folder,
  })),
};

const etcd: ToolModule = {
  name: 'etcd',
  tools: [{ name: 'etcd', package: 'go.etcd.io/etcd/server/v3' }],
  assets: [],
};

const kubernetes: ToolModule = {
  name: 'kubernetes',
  tools: [
    ...[
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kubectl',
    ].map(name => ({
      name,
      package: `k8s.io/kubernetes/cmd/${name}`,
      variables: kubernetesVariables,
    })),
    ...['kwok', 'kwokctl'].map(name => ({
      name,
      package: `sigs.k8s.io/kwok/cmd/${name}`,
      variables: kwokVariables,
    })),
    {
      name: 'kustomize',
      package: 'sigs.k8s.io/kustomize/kustomize/v5',
      variables: {
        'sigs.k8s.io/kustomize/api/provenance.version': 'kustomize/v5.8.3',
      },
    },
    {
      name: 'helm',
      package: 'helm.sh/helm/v4/cmd/helm',
      // The Kubernetes version it assumes offline it reads from its own build.
      variables: { 'helm.sh/helm/v4/internal/version.version': 'v4.3.1' },
    },
    {
      name: 'argocd',
      package: 'github.com/argoproj/argo-cd/v3/cmd',
      variables: { 'github.com/argoproj/argo-cd/v3/common.version': '3.6.1' },
    },
  ],
  assets: [
    {
      name: 'kwok/node-stages',
      module: 'sigs.k8s.io/kwok',
      folder: 'kustomize/stage/node/fast',
    },
    {
      name: 'kwok/heartbeat-stages',
      module: 'sigs.k8s.io/kwok',
      folder: 'kustomize/stage/node/heartbeat-with-lease',
    },
    {
      name: 'argocd/crds',
      module: 'github.com/argoproj/argo-cd/v3',
      folder: 'manifests/crds',
    },
    {
      name: 'argocd/config',
      module: 'github.com/argoproj/argo-cd/v3',
      folder: 'manifests/base/config',
    },
  ],
};

/**
 * Not with the Kubernetes libraries of the module above, although that would save minutes: built with those of 1.37, Argo
 * Rollouts 1.10 refuses every Rollout whose pods have a service account.
 */
const argoRollouts: ToolModule = {
  name: 'argo-rollouts',
  tools: ['rollouts-controller', 'kubectl-argo-rollouts'].map(name => ({
    name,
    package: `github.com/argoproj/argo-rollouts/cmd/${name}`,
    variables: rolloutsVariables,
  })),
  assets: [
    {
      name: 'argo-rollouts/crds',
      module: 'github.com/argoproj/argo-rollouts',
      folder: 'manifests/crds',
    },
  ],
};

const redis: ToolModule = {
  name: 'redis',
  tools: [{ name: 'redis', package: '.' }],
  assets: [],
};

const helm3: ToolModule = {
  name: 'helm3',
  tools: [
    {
      name: 'helm3',
      package: 'helm.sh/helm/v3/cmd/helm',
      variables: {
        'helm.sh/helm/v3/internal/version.version': 'v3.22.0',
        // Without these, it takes an unreachable cluster for Kubernetes 1.20.
        'helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor': '1',
        'helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor': '37',
        'helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor': '1',
        'helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor': '37',
      },
    },
  ],
  assets: [],
};

/** What Argo Rollouts' own tests use: a step plugin that does what its step says, and Istio's custom resources. */
const rolloutsTests: ToolModule = {
  name: 'argo-rollouts',
  tools: [
    {
      name: 'step-plugin-e2e',
      package: 'github.com/argoproj/argo-rollouts/test/cmd/step-plugin-e2e',
    },
  ],
  assets: [
    {
      name: 'istio/crds',
      module: 'github.com/argoproj/argo-rollouts',
      folder: 'test/e2e/crds',
    },
  ],
};

/** What every sandbox needs, in the order in which it is built: what others wait for comes first. */
export const sandboxModules: ToolModule[] = [
  etcd,
  redis,
  kubernetes,
  gitea,
  argoRollouts,
];

/** Tools that a sandbox does without; built only when they are asked for by name. */
export const optionalModules: ToolModule[] = [helm3, rolloutsTests];
