import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Application } from '@progressive-delivery/engine';
import { ApplicationAccess } from './decideAccess';

/**
 * An Application with only those of its resources that it may have. Whoever may write an Application may write its
 * status too, and so name what is anybody's.
 */
export function permittedResources(
  application: Application,
  { permitsNamespace }: Extract<ApplicationAccess, { allowed: true }>,
): { application: Application; problems: Problem[] } {
  const { status } = application;
  if (!status?.resources) {
    return { application, problems: [] };
  }
  const namespaces = new Set(
    status.resources.flatMap(({ namespace }) => namespace || []),
  );
  const leftOut = new Set(
    Array.from(namespaces).filter(namespace => !permitsNamespace(namespace)),
  );
  return {
    application: {
      ...application,
      status: {
        ...status,
        resources: status.resources.filter(
          ({ namespace }) => !namespace || !leftOut.has(namespace),
        ),
      },
    },
    problems: Array.from(leftOut, namespace =>
      toMessage('problem', {
        id: 'namespaceNotPermitted',
        parameters: { namespace },
      }),
    ),
  };
}
