export interface Config {
  progressiveDelivery?: {
    /**
     * The Argo CD installations whose Applications deliver entities. Default: none.
     * @visibility backend
     */
    argocd?: Array<{
      /**
       * What `argocd/instance-name` and target ids call it: a DNS label.
       * @visibility backend
       */
      name: string;
      /**
       * Name of the Kubernetes plugin's cluster that it runs in.
       * @visibility backend
       */
      cluster: string;
      /**
       * Namespace that it runs in. Default: `argocd`.
       * @visibility backend
       */
      namespace?: string;
      /**
       * URL of its web UI, such as `https://argocd.example.com`: http or https, without credentials. Targets, their
       * workloads and the progress of pull requests link there. Default: no links.
       * @visibility backend
       */
      url?: string;
      /**
       * Namespaces whose Applications count. Default: its own namespace only.
       * @visibility backend
       */
      applicationNamespaces?: string[];
      /**
       * Clone URLs of repositories that Backstage may read and change for whatever this Argo CD delivers; `*` stands for
       * any characters. Needed where the `sourceRepos` of an AppProject match by a wildcard that covers more than one
       * organisation of a Git host, such as `*`: that says what Argo CD may read, not what the credentials of
       * `integrations` may be used for. Charts that an Application names as its source count as well. Default: none.
       * @visibility backend
       */
      repositories?: string[];
      /**
       * The tools of this Argo CD, where they are of other versions than `progressiveDelivery.tools`.
       */
      tools?: {
        /**
         * Path of its helm command, absolute or found on the PATH. Default: that of `progressiveDelivery.tools`.
         * @visibility backend
         */
        helm?: string;
        /**
         * Path of its kustomize command, absolute or found on the PATH. Default: that of `progressiveDelivery.tools`.
         * @visibility backend
         */
        kustomize?: string;
      };
      /**
       * Its `kustomize.buildOptions` (in `argocd-cm`, which is not read). Accepted: `--enable-helm`,
       * `--enable-managedby-label`, `--reorder`, `--load-restrictor LoadRestrictionsRootOnly`, `--helm-kube-version`,
       * `--helm-api-versions`. Default: `--enable-helm`.
       * @visibility backend
       */
      kustomizeBuildOptions?: string;
    }>;

    /**
     * Pull requests for switches.
     */
    proposals?: {
      /**
       * Whether pull requests can be opened; previews work either way. If this is false, the
       * credentials of `integrations` need to read repositories only. Default: true.
       * @visibility backend
       */
      enabled?: boolean;
      /**
       * Titles of pull requests and first lines of commits: text with `{{ switch }}`, `{{ state }}` (on or off),
       * `{{ target }}` and `{{ entity }}`, each at most once. Default: `Turn {{ switch }} {{ state }} for {{ target }}`.
       * @visibility backend
       */
      titleTemplate?: string;
      /**
       * Bodies of pull requests, in Markdown: the same placeholders, and the sections `{{ summary }}`,
       * `{{ description }}`, `{{ values }}`, `{{ preflight }}`, `{{ manifests }}` and `{{ request }}`. A line that says who
       * asked comes after it. Default: the sections in this order.
       * @visibility backend
       */
      bodyTemplate?: string;
      /**
       * What the names of their branches begin with, ending in `/` or `-`. Pull requests on branches with another prefix
       * are no longer found. Default: `progressive-delivery/`.
       * @visibility backend
       */
      branchPrefix?: string;
      /**
       * Whether they are opened as drafts, where a request does not say otherwise. Default: false.
       * @visibility backend
       */
      draft?: boolean;
      /**
       * Labels that they are given, at most 20. GitHub and GitLab create those that a repository does not have; Gitea
       * ignores them. Default: none.
       * @visibility backend
       */
      labels?: string[];
      /**
       * Who is asked for a review: logins at the Git host, and teams as `organization/team`, at most 15. A person who
       * proposes a change is not asked to review it. Default: nobody.
       * @visibility backend
       */
      reviewers?: string[];
      /**
       * Whether the owners of the entity are asked for a review as well, without the person who proposes the change: the
       * users that own it, and the members of groups that do. Their logins are those of the annotations
       * `<host>/user-login` and, at GitHub, `github.com/user-login`, otherwise the names of their User entities.
       * Default: false.
       * @visibility backend
       */
      reviewByOwners?: boolean;
    };

    /**
     * Acting on Rollouts: promote, abort, retry, restart, pause.
     */
    actions?: {
      /**
       * Whether these actions are enabled. If false, the Kubernetes plugin's account needs no patch permissions. Default: true.
       * @visibility backend
       */
      enabled?: boolean;
    };

    /**
     * What is checked before a switch: docs/preflight.md.
     */
    preflight?: {
      /**
       * Checks by their ids, such as `prune-last-live`.
       */
      checks?: {
        [id: string]: {
          /**
           * How much its findings matter: `block`, `warn` or `info`; `off` to skip the check, which the preview then says.
           * Default: that of the check.
           * @visibility backend
           */
          severity: 'block' | 'warn' | 'info' | 'off';
        };
      };
      /**
       * Whether findings of severity `warn` have to be acknowledged by who proposes, with a reason. Default: false.
       * @visibility backend
       */
      acknowledgeWarnings?: boolean;
    };

    /**
     * API server URLs of Application destinations, and the Kubernetes plugin's names for them. Default: none;
     * `https://kubernetes.default.svc` is always Argo CD's own cluster.
     * @visibility backend
     */
    destinations?: { [server: string]: string };

    /**
     * Rules that let entities use targets whose Application does not point back at them. At least one of `entities`,
     * `locations` and `owners`; all fields that are given must match. `*` alone matches all. Default: none.
     * @visibility backend
     */
    allow?: Array<{
      /**
       * Entity references, such as `component:default/agents`. Default: not asked for.
       * @visibility backend
       */
      entities?: string[];
      /**
       * Where the catalog read the entity (its `backstage.io/managed-by-location`, which its author cannot set), such as
       * `url:https://git.example.com/platform/catalog/*`; `*` stands for any characters. Default: not asked for.
       * @visibility backend
       */
      locations?: string[];
      /**
       * Entity references of owners. An owner is what the entity's author wrote, so a rule by owners alone is as good as
       * the review of what gets into the catalog; the backend warns of it at start. Default: not asked for.
       * @visibility backend
       */
      owners?: string[];
      /**
       * Names of AppProjects; `*` for overlays, which have none. Required.
       * @visibility backend
       */
      projects: string[];
      /**
       * Clone URLs of repositories; `*` stands for any characters. Required.
       * @visibility backend
       */
      repositories: string[];
      /**
       * The Kubernetes plugin's names of clusters that are delivered to. Default: the cluster that Argo CD runs in; for
       * overlays none, so that what runs is not shown.
       * @visibility backend
       */
      clusters?: string[];
      /**
       * Destination namespaces. Required.
       * @visibility backend
       */
      namespaces: string[];
    }>;

    /**
     * Repositories that charts may be fetched from: those of `helmCharts`, of Applications and of Chart.lock. Each
     * covers what lies below its URL. What a target may use is decided by its AppProject and `allow` besides. Default:
     * none.
     */
    chartRepositories?: Array<{
      /**
       * Of a Helm repository (`https://charts.example.com/stable`) or of a registry (`oci://registry.example.com/charts`).
       * @visibility backend
       */
      url: string;
      /**
       * Default: none, then it is asked without credentials. Needs `password`.
       * @visibility backend
       */
      username?: string;
      /**
       * @visibility secret
       */
      password?: string;
      /**
       * Sent as a bearer token, instead of `username` and `password`. Default: none.
       * @visibility secret
       */
      token?: string;
      /**
       * Other hosts that belong to it: where its archives lie, where it redirects to, its token service. A registry's
       * token service is given the credentials. Default: none, then it is refused to go anywhere else.
       * @visibility backend
       */
      hosts?: string[];
      /**
       * Contacts an `oci://` registry without encryption. Default: false.
       * @visibility backend
       */
      plainHttp?: boolean;
    }>;

    /**
     * The tools that render, as Argo CD has them.
     */
    tools?: {
      /**
       * Path of the helm command, absolute or found on the PATH. Default: `helm`.
       * @visibility backend
       */
      helm?: string;
      /**
       * Path of the kustomize command, absolute or found on the PATH. Default: `kustomize`.
       * @visibility backend
       */
      kustomize?: string;
      /**
       * Path of the git command, absolute or found on the PATH. Default: `git`.
       * @visibility backend
       */
      git?: string;
    };

    rendering?: {
      /**
       * What charts see as `.Capabilities.KubeVersion`, such as `1.37.2`, where no cluster tells: without one, or of one
       * that each user signs in at. Default: the tool's own.
       * @visibility backend
       */
      kubeVersion?: string;
      /**
       * What charts see as `.Capabilities.APIVersions` besides Helm's own, where no cluster tells. Default: none.
       * @visibility backend
       */
      apiVersions?: string[];
      /**
       * Renderings at the same time. Default: 4.
       * @visibility backend
       */
      concurrency?: number;
      /**
       * Limits of one rendering; a rendering that exceeds one is stopped.
       */
      limits?: {
        /**
         * Seconds that one run of helm or kustomize may take. Default: 60.
         * @visibility backend
         */
        seconds?: number;
        /**
         * Mebibytes that one run may print. Default: 10.
         * @visibility backend
         */
        outputMebibytes?: number;
        /**
         * Objects that an overlay may render to. Default: 5000.
         * @visibility backend
         */
        objects?: number;
        /**
         * Mebibytes of memory that each process of a rendering may have, at least 128; held by `prlimit`, where the machine
         * has it. Default: 1024.
         * @visibility backend
         */
        memoryMebibytes?: number;
      };
    };

    /**
     * Where repositories are kept between requests, an absolute path. Default: a folder in the backend's working
     * directory (`backend.workingDirectory`, else the machine's temporary folder).
     * @visibility backend
     */
    cacheDirectory?: string;

    /**
     * MiB that repositories may take there. When it is more, those that nobody used for longest are deleted, never one
     * that is in use; they are fetched again when somebody asks. At least 64. Default: 4096.
     * @visibility backend
     */
    cacheMegabytes?: number;

    /**
     * Seconds for which the position of branches and tags is cached; a push that Backstage's events
     * tell of counts at once, but with several replicas of the backend only one of them is told. At most a day.
     * Default: 5.
     * @visibility backend
     */
    revisionCacheSeconds?: number;

    /**
     * Who makes the commits of proposals that are pushed. At GitHub, they are made by its API in the name of the GitHub App
     * or of the token's owner.
     */
    author?: {
      /**
       * Default: `Backstage`.
       * @visibility backend
       */
      name?: string;
      /**
       * Default: `backstage@localhost`.
       * @visibility backend
       */
      email?: string;
    };
  };
}
