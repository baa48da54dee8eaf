import { ReasonContent } from '../../cannotPreview';
import { KustomizeSourceOptions } from '../../targets/applications/DeliveryTarget';
import { WantedChart } from '../../charts/WantedChart';

/** A file of the source's own repository, or of that of another source, which it refers to by a name. */
export interface SourceFile {
  /** Name of the other source. */
  ref?: string;
  /** From the repository's root. */
  path: string;
}

/** Where values stand that no values file has. */
export interface FieldPlace {
  /** Such as `helm.parameters (image.tag)`; absent where it is a whole file, which is encrypted. */
  field?: string;
  /** What has to be changed to change it, such as `Application agents`, or a file. */
  owner: string;
}

/**
 * One of the places that a chart's values come from.
 *
 * - `file`: a file of a repository
 * - `inline`: values that stand in a field of the kustomization or the Application, or in a file that nobody edits
 */
export type ValuesLayer =
  | ({ kind: 'file' } & SourceFile)
  | ({ kind: 'inline'; values: Record<string, unknown> } & FieldPlace);

/** A chart that the overlay renders. */
export interface OverlayChart {
  name: string;
  /** Directory of the chart, from the repository's root. */
  directory: string;
  /** In rising precedence, the chart's own values.yaml left out. */
  layers: ValuesLayer[];
  /** What the kustomization calls its release. */
  releaseName?: string;
  /** The kustomization that names it, and its place among the `helmCharts` there. */
  namedBy?: { file: string; index: number };
  /** A values file that is named and not read, and the field that makes it so. */
  unreadFile?: { path: string; field: string; owner: string };
}

/** What helm is given, the build environment substituted. */
export interface HelmRendering {
  releaseName?: string;
  namespace?: string;
  kubeVersion?: string;
  apiVersions: string[];
  /** In order. */
  valueFiles: SourceFile[];
  /** YAML that wins over the values files. */
  values?: string;
  /** `--set`, one a name. */
  set: { name: string; value: string }[];
  /** `--set-string`. */
  setString: { name: string; value: string }[];
  /** `--set-file`. */
  setFile: { name: string; file: SourceFile }[];
  skipCrds: boolean;
  skipTests: boolean;
  skipSchemaValidation: boolean;
}

/** What kustomize is given, the build environment substituted. */
export interface KustomizeRendering {
  /** Arguments of `kustomize edit`, one list a run, in order. */
  edits: string[][];
  /** Added to the kustomization's own after that. */
  patches: KustomizeSourceOptions['patches'];
  /** Added to the kustomization's own after that. */
  components: string[];
  /** Of `kustomize build`. */
  buildOptions: readonly string[];
  /** The version that the Application asks for. */
  version?: string;
  kubeVersion?: string;
  apiVersions: string[];
  /** Variables of the build environment that a file refers to. */
  environment: Record<string, string>;
}

/** What an overlay is made of. */
export type Overlay = {
  charts: OverlayChart[];
  /** Those of its charts that are not where rendering looks for them. */
  wanted: WantedChart[];
  /** Why it cannot be rendered although its switches are known. */
  notRendered: ReasonContent[];
} & (
  | { kind: 'kustomize'; kustomize: KustomizeRendering }
  | { kind: 'helm'; helm: HelmRendering }
  /** Plain manifests, by path. */
  | { kind: 'directory'; manifests: string[] }
);
