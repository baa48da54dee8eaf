import { ReasonContent } from '../../cannotPreview';

/**
 * Why a Helm and a Kustomize cannot render together as Argo CD does; `undefined` where they can.
 *
 * Kustomize itself asks Helm for its version (kustomize api v0.21 internal/builtins/HelmChartInflationGenerator.go
 * `checkHelmVersion`: 3 or 4; before, in 5.7 and older, 3 only), and hands it a kube version and API versions since 5.3.
 *
 * @param configuration - the key of the app-config that names them
 * @param versions - `kustomize`: absent where nothing is built with it; what `helm version --template '{{.Version}}'` and `kustomize version` say
 */
export function impossibleTools(
  versions: { helm: string; kustomize: string | undefined },
  configuration: string,
): ReasonContent | undefined {
  const helm = numbersOf(versions.helm);
  const invalid = (version: string): ReasonContent => ({
    id: 'toolVersionInvalid',
    parameters: { configuration, version },
  });
  if (!helm) {
    return invalid(versions.helm);
  }
  if (helm.major !== 3 && helm.major !== 4) {
    return {
      id: 'helmUnknown',
      parameters: { helm: versions.helm, configuration },
    };
  }
  if (versions.kustomize === undefined) {
    return undefined;
  }
  const kustomize = numbersOf(versions.kustomize);
  if (!kustomize) {
    return invalid(versions.kustomize);
  }
  const parameters = {
    helm: versions.helm,
    kustomize: versions.kustomize,
    configuration,
  };
  if (isBefore(kustomize, 5, 3)) {
    return { id: 'kustomizeTooOld', parameters };
  }
  if (helm.major === 4 && isBefore(kustomize, 5, 8)) {
    return { id: 'kustomizeTooOldForHelm', parameters };
  }
  return undefined;
}

interface Numbers {
  major: number;
  minor: number;
}

function numbersOf(version: string): Numbers | undefined {
  const [, major, minor] = /v?(\d+)\.(\d+)/.exec(version) ?? [];
  return major === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor) };
}

function isBefore(version: Numbers, major: number, minor: number): boolean {
  return (
    version.major < major || (version.major === major && version.minor < minor)
  );
}
