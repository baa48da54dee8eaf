import { posix } from 'node:path';
import {
  ApplicationSource,
  helmFields,
  kustomizeFields,
} from './applicationSource';
import { DeliverySource } from './DeliveryTarget';

/** Reads a source as Argo CD does; where we cannot render it, why. */
export function deliverySource(
  source: ApplicationSource,
  said: Pick<DeliverySource, 'field' | 'owner'>,
): DeliverySource {
  return {
    ...said,
    repository: source.repoURL,
    revision: source.targetRevision || 'HEAD',
    path: directoryOf(source),
    chart: chartOf(source),
    ref: source.ref || undefined,
    refOnly: refOnly(source) || undefined,
    helm: source.helm,
    kustomize: source.kustomize,
    unreadable: unreadable(source),
    notRendered: notRendered(source),
    written: source,
  };
}

/**
 * The chart that a source is. Argo CD names registries without `oci://` (v3.6 util/helm IsHelmOciRepo), and charts
 * there with the folders that they are in.
 */
function chartOf({
  chart,
  repoURL,
  targetRevision,
}: ApplicationSource): DeliverySource['chart'] {
  if (!chart || !targetRevision) {
    return undefined;
  }
  const url = /^\w+:\/\//.test(repoURL) ? repoURL : `oci://${repoURL}`;
  const [name, ...folders] = chart.split('/').reverse();
  return {
    repository: [url.replace(/\/+$/, ''), ...folders.reverse()].join('/'),
    name,
    version: targetRevision,
  };
}

function directoryOf({ chart, path }: ApplicationSource): string {
  if (chart) {
    return chart.split('/').at(-1) || '.';
  }
  return posix.normalize(path || '.').replace(/^\/+|\/+$/g, '') || '.';
}

/** Argo CD renders nothing of such a source (v3.6 reposerver/repository GenerateManifest). */
function refOnly(source: ApplicationSource): boolean {
  return Boolean(
    source.ref &&
      !source.path &&
      !source.chart &&
      !source.repoURL.startsWith('oci://'),
  );
}

/** Why we cannot read a source, as in "Cannot preview, because ...". */
function unreadable(source: ApplicationSource): string | undefined {
  if (source.repoURL.toLowerCase().startsWith('oci://')) {
    return 'the source comes from an OCI registry, which is not supported yet';
  }
  if (source.chart) {
    return source.targetRevision
      ? undefined
      : `the Application says no targetRevision for the chart ${source.chart}`;
  }
  if (!source.path) {
    return source.ref ? undefined : 'the Application says no path';
  }
  if (source.path.startsWith('/')) {
    return 'the path of the source begins with a slash, which Argo CD refuses';
  }
  return source.tagPrefix
    ? 'the source sets tagPrefix, which is not supported yet'
    : undefined;
}

/** Why a source cannot be rendered, as in "Cannot preview, because ...". */
function notRendered(source: ApplicationSource): string | undefined {
  const kinds = (['helm', 'kustomize', 'directory', 'plugin'] as const).filter(
    kind => source[kind] !== undefined,
  );
  if (kinds.length > 1) {
    return `the Application says that its source is ${kinds.join(
      ' and ',
    )} at once`;
  }
  if (source.plugin) {
    return 'the source is rendered by a plugin of Argo CD, which may do anything with its files';
  }
  if (source.helm?.version && !/^v[34]$/.test(source.helm.version)) {
    return `the source asks for helm ${source.helm.version}, which Argo CD does not have`;
  }
  const unknown = [
    ...unknownFields('helm', source.helm, helmFields),
    ...unknownFields('kustomize', source.kustomize, kustomizeFields),
  ];
  return unknown.length > 0
    ? `the Application sets ${unknown.join(', ')}, which is not supported yet`
    : undefined;
}

/** An empty value is what Argo CD takes for one that is not there. */
function unknownFields(
  kind: string,
  fields: Record<string, unknown> | undefined,
  known: ReadonlySet<string>,
): string[] {
  return Object.entries(fields ?? {})
    .filter(([field]) => !known.has(field))
    .filter(([, value]) =>
      typeof value === 'object' && value !== null
        ? Object.keys(value).length > 0
        : Boolean(value),
    )
    .map(([field]) => `${kind}.${field}`);
}
