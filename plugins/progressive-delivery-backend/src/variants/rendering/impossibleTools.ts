/**
 * Why a Helm and a Kustomize cannot render together as Argo CD does, in one sentence; `undefined` where they can.
 *
 * Kustomize itself asks Helm for its version (kustomize api v0.21 internal/builtins/HelmChartInflationGenerator.go
 * `checkHelmVersion`: 3 or 4; before, in 5.7 and older, 3 only), and hands it a kube version and API versions since 5.3.
 *
 * @param versions - what `helm version --template '{{.Version}}'` and `kustomize version` say
 */
export function impossibleTools(versions: {
  helm: string;
  kustomize: string;
}): string | undefined {
  const helm = numbersOf(versions.helm);
  const kustomize = numbersOf(versions.kustomize);
  if (!helm || !kustomize) {
    return `"${
      helm ? versions.kustomize : versions.helm
    }" is no version that can be told`;
  }
  if (helm.major !== 3 && helm.major !== 4) {
    return `Helm ${versions.helm} is neither 3 nor 4`;
  }
  if (isBefore(kustomize, 5, 3)) {
    return `Kustomize ${versions.kustomize} cannot tell charts the cluster's version: 5.3 or newer is needed`;
  }
  if (helm.major === 4 && isBefore(kustomize, 5, 8)) {
    return `Kustomize ${versions.kustomize} does not run Helm ${versions.helm}: with Helm 4, Kustomize 5.8 or newer is needed`;
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
