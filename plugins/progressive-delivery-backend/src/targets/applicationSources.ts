import { posix } from 'node:path';
import { Application, ApplicationSource } from './application';
import { DeliverySource, HelmSourceOptions } from './DeliveryTarget';

/** The fields of `spec.source.helm` that are rendered with; HelmSourceOptions has the same. */
const HELM_FIELDS = new Set<string>([
  'releaseName',
  'namespace',
  'valueFiles',
  'ignoreMissingValueFiles',
  'values',
  'valuesObject',
  'parameters',
  'kubeVersion',
  'apiVersions',
  'skipCrds',
] satisfies (keyof HelmSourceOptions)[]);

/**
 * What an Application is rendered from, in its order (argo-cd v3.6 ApplicationSpec.GetSources): of one whose source is
 * hydrated, that which people edit. Empty where it has no source.
 */
export function applicationSources(application: Application): DeliverySource[] {
  return writtenSources(application).map(toDeliverySource);
}

/** The repositories of all sources, those that Argo CD only writes to included. */
export function applicationRepositories(application: Application): string[] {
  const hydratedTo =
    application.spec.sourceHydrator?.syncSource.repoURL || undefined;
  return [
    ...writtenSources(application).map(({ repoURL }) => repoURL),
    ...(hydratedTo ? [hydratedTo] : []),
  ];
}

function writtenSources({ spec }: Application): ApplicationSource[] {
  if (spec.sourceHydrator) {
    return [spec.sourceHydrator.drySource];
  }
  if (spec.sources && spec.sources.length > 0) {
    return spec.sources;
  }
  return spec.source ? [spec.source] : [];
}

function toDeliverySource(source: ApplicationSource): DeliverySource {
  return {
    repository: source.repoURL,
    revision: source.targetRevision || 'HEAD',
    path: directoryOf(source),
    helm: source.helm && helmOptions(source.helm),
    notRendered: notRendered(source),
  };
}

function directoryOf({ path }: ApplicationSource): string {
  return posix.normalize(path || '.').replace(/^\/+|\/+$/g, '') || '.';
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
    return 'the source is rendered by a plugin of Argo CD';
  }
  if (source.directory) {
    return 'the source is a directory of plain manifests, which has no variants';
  }
  if (source.repoURL.toLowerCase().startsWith('oci://')) {
    return 'the source comes from an OCI registry, which is not supported yet';
  }
  if (source.chart) {
    return `the chart ${source.chart} comes from a Helm repository, which is not supported yet`;
  }
  if (!source.path) {
    return source.ref
      ? `a source only lends its files to others as $${source.ref}, which is not supported yet`
      : 'the Application says no path';
  }
  if (source.path.startsWith('/')) {
    return 'the path of the source begins with a slash, which Argo CD refuses';
  }
  if (source.tagPrefix) {
    return 'the source sets tagPrefix, which is not supported yet';
  }
  const overrides = fieldsThatAreSet(source.kustomize ?? {});
  return overrides.length > 0
    ? `the Application sets ${overrides
        .map(field => `kustomize.${field}`)
        .join(', ')}, which is not supported yet`
    : undefined;
}

function helmOptions(
  helm: NonNullable<ApplicationSource['helm']>,
): HelmSourceOptions {
  return {
    releaseName: helm.releaseName || undefined,
    namespace: helm.namespace || undefined,
    valueFiles: helm.valueFiles,
    ignoreMissingValueFiles: helm.ignoreMissingValueFiles,
    values: helm.values || undefined,
    valuesObject: helm.valuesObject,
    parameters: helm.parameters,
    kubeVersion: helm.kubeVersion || undefined,
    apiVersions: helm.apiVersions,
    skipCrds: helm.skipCrds,
    unsupported: fieldsThatAreSet(helm).filter(
      field => !HELM_FIELDS.has(field),
    ),
  };
}

/** An empty value is what Argo CD takes for one that is not there. */
function fieldsThatAreSet(fields: Record<string, unknown>): string[] {
  return Object.entries(fields)
    .filter(([, value]) =>
      typeof value === 'object' && value !== null
        ? Object.keys(value).length > 0
        : Boolean(value),
    )
    .map(([field]) => field);
}
