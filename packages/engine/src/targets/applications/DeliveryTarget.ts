import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReasonContent } from '../../cannotPreview';
import { Application } from './application';
import { ApplicationSource } from './applicationSource';

/**
 * One place an entity is delivered to, and from where: what the rest of the backend works on.
 * Only {@link TargetService} makes these, and only of what the entity may use.
 */
export type DeliveryTarget = ApplicationTarget | OverlayTarget;

/** What an Argo CD Application delivers. */
export interface ApplicationTarget extends TargetBasics {
  kind: 'application';
  /** The Application behind it. */
  application: Application;
  /** Name of the Argo CD installation, as configured. */
  argocd: string;
  /** What Argo CD calls the Application, see {@link instanceName}. */
  instanceName: string;
  /** Options that Argo CD builds kustomizations with. */
  kustomizeBuildOptions: string[];
}

/** What an overlay annotation names: its Argo CD cannot be read. */
export interface OverlayTarget extends TargetBasics {
  kind: 'overlay';
}

interface TargetBasics {
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
  /** Whether charts may be fetched from a repository, `https://` or `oci://`; absent where from none. */
  permitsCharts?(repository: string): boolean;
  /** Ids of the switches that belong to the entity; `undefined` for all that the chart has. */
  ownedSwitches?: string[];
  /** What is not as it should be and does not keep the target from being used. */
  problems?: Problem[];
}

/** A source as Argo CD reads it, in `spec.source` or one of `spec.sources`. */
export interface DeliverySource {
  /** Clone URL, as the Application says it. */
  repository: string;
  /** `targetRevision`: branch, tag, commit or `HEAD`. */
  revision: string;
  /** Directory that Argo CD builds, from the repository's root, without leading or trailing slash; `.` for the root. */
  path: string;
  /** The chart that it is, of a source whose repository holds charts; `repository` is that. */
  chart?: { repository: string; name: string; version: string };
  /** Name by which values files of the other sources refer to this one. */
  ref?: string;
  /** Whether nothing is rendered of it: it is only a ref source of others. */
  refOnly?: boolean;
  /** `spec.source.helm`, of a Helm source. */
  helm?: HelmSourceOptions;
  /** `spec.source.kustomize`: what the Application changes in the kustomization. */
  kustomize?: KustomizeSourceOptions;
  /** Why not even its files can be read. */
  unreadable?: ReasonContent;
  /** Why it cannot be rendered although its files can be read. */
  notRendered?: ReasonContent;
  /** Where it is written, such as `spec.sources[1]`; absent for a source that an overlay annotation names. */
  field?: string;
  /** What has to be changed to change it, such as `Application agents`. */
  owner?: string;
  /** As it is written, which `.argocd-source*.yaml` are merged into. */
  written?: ApplicationSource;
}

/** The fields of `spec.source.helm` that decide a rendering. */
interface HelmSourceOptions {
  releaseName?: string;
  namespace?: string;
  valueFiles: string[];
  ignoreMissingValueFiles: boolean;
  /** `values`, a YAML text. */
  values?: string;
  /** `valuesObject`; wins over `values`. */
  valuesObject?: Record<string, unknown>;
  /** `parameters`; win over values. Those that are strings by force win over the others. */
  parameters: { name: string; value: string; forceString: boolean }[];
  /** `fileParameters`: the text of a file each; win over everything. */
  fileParameters: { name: string; path: string }[];
  kubeVersion?: string;
  apiVersions: string[];
  skipCrds: boolean;
  skipTests: boolean;
  skipSchemaValidation: boolean;
}

/** The fields of `spec.source.kustomize`. */
export type KustomizeSourceOptions = NonNullable<
  ApplicationSource['kustomize']
>;
