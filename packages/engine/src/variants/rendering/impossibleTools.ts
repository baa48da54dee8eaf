import { ReasonContent } from '../../cannotPreview';

/**
 * Why a Helm and a Kustomize cannot render together as Argo CD does; `undefined` where they can.
 *
 * Kustomize itself asks Helm for its version (kustomize api v0.21 internal/builtins/HelmChartInflationGenerator.go
 * `checkHelmVersion`: 3 or 4; before, in 5.7 and older, 3 only), and hands it a kube version and API versions since 5.3.
 *
 * @param configuration - the key of the app-config that names them
 * @param versions - what `helm version --template '{{.Version}}'` and `kustomize version` say
 */
export function impossibleTools(
  versions: { helm: string; kustomize: string },
  configuration: string,
): ReasonContent | undefined {
  const helm = numbersOf(versions.helm);
  const kustomize = numbersOf(versions.kustomize);
  const parameters = { ...versions, configuration };
  if (!helm || !kustomize) {
    return {
      id: 'toolVersionInvalid',
      parameters: {
        configuration,
        version: helm ? versions.kustomize : versions.helm,
      },
    };
  }
  if (helm.major !== 3 && helm.major !== 4) {
    return { id: 'helmUnknown', parameters };
  }
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
