import { Application } from './application';

/**
 * One place an entity is delivered to, and from where: what the rest of the backend works on.
 * Only {@link TargetService} makes these, and only of what the entity may use.
 */
export interface DeliveryTarget {
  /** `<argocd>.<namespace>.<application>`, or the overlay's path as a slug with a hash of its repository. */
  id: string;
  /** What people call it: the Application's name, or the overlay's path. */
  title: string;
  /** At least one, in the order of the Application's `spec.sources`. */
  sources: DeliverySource[];
  destination: {
    /** Name of the Kubernetes plugin's cluster. */
    cluster?: string;
    server?: string;
    namespace?: string;
  };
  /** The Application behind it; absent for a target that an overlay annotation names. */
  application?: Application;
  /** Name of the Argo CD installation, as configured; absent without an Application. */
  argocd?: string;
  /** Ids of the switches that belong to the entity; `undefined` for all that the chart has. */
  ownedSwitches?: string[];
  /** What is not as it should be and does not keep the target from being used, each a sentence. */
  problems?: string[];
}

/** A source as Argo CD reads it, in `spec.source` or one of `spec.sources`. */
export interface DeliverySource {
  /** Clone URL, as the Application says it. */
  repository: string;
  /** `targetRevision`: branch, tag, commit or `HEAD`. */
  revision: string;
  /** Directory that Argo CD builds, from the repository's root, without leading or trailing slash; `.` for the root. */
  path: string;
  /** `spec.source.helm`, of a Helm source. */
  helm?: HelmSourceOptions;
  /** Why it cannot be rendered, as in "Cannot preview, because ...". */
  notRendered?: string;
}

/** The fields of `spec.source.helm` that decide a rendering; anything else is in `unsupported`. */
export interface HelmSourceOptions {
  releaseName?: string;
  namespace?: string;
  valueFiles: string[];
  ignoreMissingValueFiles: boolean;
  /** `values`, a YAML text. */
  values?: string;
  /** `valuesObject`; wins over `values`. */
  valuesObject?: Record<string, unknown>;
  /** `parameters`; win over everything. */
  parameters: { name: string; value: string; forceString: boolean }[];
  kubeVersion?: string;
  apiVersions: string[];
  skipCrds: boolean;
  /** Names of fields that we cannot render with, such as `fileParameters`. */
  unsupported: string[];
}
