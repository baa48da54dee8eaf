import { posix } from 'node:path';
import { ReasonContent } from '../../cannotPreview';
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
  const repository = source.repoURL;
  return {
    ...said,
    repository,
    revision: source.targetRevision || 'HEAD',
    path: directoryOf(source),
    chart: chartOf(source),
    ref: source.ref || undefined,
    refOnly: refOnly(source) || undefined,
    helm: source.helm,
    kustomize: source.kustomize,
    unreadable: unreadable(source, sourceName({ ...said, repository })),
    notRendered: notRendered(source, sourceName({ ...said, repository })),
    written: source,
  };
}

/** Where a source is written, such as `spec.sources[1]`, or, of one that is written nowhere, its repository. */
export function sourceName({
  field,
  repository,
}: Pick<DeliverySource, 'field' | 'repository'>): string {
  return field ?? repository;
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

/** Why we cannot read a source. */
function unreadable(
  { chart, path, ref, repoURL, tagPrefix, targetRevision }: ApplicationSource,
  source: string,
): ReasonContent | undefined {
  if (repoURL.toLowerCase().startsWith('oci://')) {
    return { id: 'sourceInRegistry', parameters: { source } };
  }
  if (chart) {
    return targetRevision
      ? undefined
      : { id: 'sourceWithoutRevision', parameters: { source, chart } };
  }
  if (!path) {
    return ref
      ? undefined
      : { id: 'sourceWithoutPath', parameters: { source } };
  }
  if (path.startsWith('/')) {
    return { id: 'sourcePathAbsolute', parameters: { source } };
  }
  return tagPrefix
    ? { id: 'sourceHasTagPrefix', parameters: { source } }
    : undefined;
}

/** Why a source cannot be rendered. */
function notRendered(
  written: ApplicationSource,
  source: string,
): ReasonContent | undefined {
  const kinds = (['helm', 'kustomize', 'directory', 'plugin'] as const).filter(
    kind => written[kind] !== undefined,
  );
  if (kinds.length > 1) {
    return { id: 'sourceOfSeveralKinds', parameters: { source, kinds } };
  }
  if (written.plugin) {
    return { id: 'sourceOfPlugin', parameters: { source } };
  }
  const version = written.helm?.version;
  if (version && !/^v[34]$/.test(version)) {
    return { id: 'sourceHelmUnknown', parameters: { source, version } };
  }
  const fields = [
    ...unknownFields('helm', written.helm, helmFields),
    ...unknownFields('kustomize', written.kustomize, kustomizeFields),
  ];
  return fields.length > 0
    ? { id: 'sourceFieldsUnsupported', parameters: { source, fields } }
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
