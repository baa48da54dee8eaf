import { Application } from './application';
import { ApplicationSource } from './applicationSource';
import { deliverySource } from './deliverySource';
import { DeliverySource } from './DeliveryTarget';

/**
 * What an Application is rendered from, in its order (argo-cd v3.6 ApplicationSpec.GetSources): of one whose source is
 * hydrated, that which people edit. Empty where it has no source.
 */
export function applicationSources(application: Application): DeliverySource[] {
  const owner = ownerOf(application);
  return writtenSources(application).map(({ field, source }) =>
    deliverySource(source, { field, owner }),
  );
}

/** The repositories of all sources, those that Argo CD only writes to included. */
export function applicationRepositories(application: Application): string[] {
  const hydratedTo =
    application.spec.sourceHydrator?.syncSource.repoURL || undefined;
  return [
    ...writtenSources(application).map(({ source }) => source.repoURL),
    ...(hydratedTo ? [hydratedTo] : []),
  ];
}

function writtenSources({
  spec,
}: Application): { field: string; source: ApplicationSource }[] {
  if (spec.sourceHydrator) {
    const source = spec.sourceHydrator.drySource;
    return [{ field: 'spec.sourceHydrator.drySource', source }];
  }
  if (spec.sources && spec.sources.length > 0) {
    return spec.sources.map((source, index) => ({
      field: `spec.sources[${index}]`,
      source,
    }));
  }
  return spec.source ? [{ field: 'spec.source', source: spec.source }] : [];
}

/** What has to be changed to change the Application: an ApplicationSet writes over what is changed behind its back. */
function ownerOf({ metadata }: Application): string {
  const set = metadata.ownerReferences?.find(
    ({ kind }) => kind === 'ApplicationSet',
  );
  return set ? `ApplicationSet ${set.name}` : `Application ${metadata.name}`;
}
