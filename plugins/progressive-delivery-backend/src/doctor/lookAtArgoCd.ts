import { DoctorLine } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { z } from 'zod/v4';
import {
  applicationRepositories,
  applicationSchema,
} from '@progressive-delivery/engine';
import { ClusterService } from '../clusters/ClusterService';
import { ArgoCdConfig } from '../config';
import { doctorLine, lookAt } from './doctorLine';

/** Applications of a namespace that are looked at. */
const MOST_APPLICATIONS = 50;

/**
 * Whether Argo CD is where the configuration says, and its Applications can be read.
 *
 * @param onRepository - is told of the repositories that it delivers from
 */
export async function lookAtArgoCd(
  argocd: ArgoCdConfig,
  {
    clusters,
    onRepository,
  }: {
    clusters: ClusterService;
    onRepository: (repository: string) => void;
  },
  signal: AbortSignal,
): Promise<DoctorLine[]> {
  const { applicationNamespaces, cluster, name, namespace } = argocd;
  const lines = await Promise.all([
    lookAt(
      { area: 'argocd', subject: name },
      signal,
      async (report, either) => {
        // Every Argo CD has this one, in its own namespace.
        const project = await clusters.read(
          { cluster, namespace, resource: 'appprojects', name: 'default' },
          z.unknown(),
          { signal: either },
        );
        if (project === undefined) {
          report(
            doctorLine({ area: 'argocd', subject: name }, 'missing', {
              id: 'projectMissing',
              parameters: { namespace },
            }),
          );
        }
      },
    ),
    ...applicationNamespaces.map(each => {
      const part = { area: 'argocd', subject: `${name}/${each}` } as const;
      return lookAt(part, signal, async (report, either) => {
        const { objects, unreadable } = await clusters.list(
          { cluster, namespace: each, resource: 'applications' },
          applicationSchema,
          { signal: either, most: MOST_APPLICATIONS },
        );
        objects.flatMap(applicationRepositories).forEach(onRepository);
        const count = objects.length + unreadable.length;
        report(
          count === 0
            ? doctorLine(part, 'ok', {
                id: 'applicationsMissing',
                parameters: {},
              })
            : doctorLine(part, 'ok', {
                id: 'argocdFound',
                parameters: {
                  applications:
                    count < MOST_APPLICATIONS
                      ? String(objects.length)
                      : `${objects.length} or more`,
                },
              }),
        );
      });
    }),
  ]);
  return lines.flat();
}
