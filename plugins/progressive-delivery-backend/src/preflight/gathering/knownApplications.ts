import { APPLICATION_ANNOTATION_ENTITIES } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  applicationSchema,
  applicationSources,
  Known,
  KnownApplication,
  together,
} from '@progressive-delivery/engine';
import { ArgoCdConfig, ProgressiveDeliveryConfig } from '../../config';
import { applicationTargetId } from '../../targets/applications/applicationReferences';
import { LiveReader } from './LiveReader';

/** Applications of one namespace that are looked at. */
const MOST_APPLICATIONS = 2_000;

const schemaIn = (argocd: ArgoCdConfig) =>
  applicationSchema
    // Argo CD's status may be as large as a thousand objects.
    .omit({ status: true })
    .transform((application): KnownApplication => {
      const { annotations, name, namespace } = application.metadata;
      return {
        id: applicationTargetId({ argocd, namespace }, name),
        name,
        entities: annotations?.[APPLICATION_ANNOTATION_ENTITIES],
        sources: applicationSources(application),
      };
    });

/** All Applications in the namespaces that configuration names. */
export async function readApplications(
  { argocd }: Pick<ProgressiveDeliveryConfig, 'argocd'>,
  reader: LiveReader,
): Promise<Known<KnownApplication[]>> {
  return together(
    await Promise.all(
      argocd.flatMap(each =>
        each.applicationNamespaces.map(namespace =>
          reader.list(
            { cluster: each.cluster, resource: 'applications', namespace },
            schemaIn(each),
            { most: MOST_APPLICATIONS },
          ),
        ),
      ),
    ),
  );
}
