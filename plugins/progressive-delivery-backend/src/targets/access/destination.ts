import {
  Problem,
  toMessage,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Application, DeliveryTarget } from '@progressive-delivery/engine';
import { ArgoCdConfig } from '../../config';
import { isClusterName } from '../applications/clusterNames';
import { ProjectDestination } from './projectPermission';

/** What Argo CD calls the cluster that it runs in. */
const OWN_SERVER = 'https://kubernetes.default.svc';
const OWN_NAME = 'in-cluster';

/** Where an Application delivers to. */
export interface ResolvedDestination {
  destination: DeliveryTarget['destination'];
  /** As an AppProject sees it; absent where Argo CD would refuse it. */
  inProject?: ProjectDestination;
  /** Why there is no cluster of the Kubernetes plugin for it. */
  problem?: Problem;
}

/**
 * Finds the Kubernetes plugin's cluster of a destination: Argo CD's own, that of the same name, or that which
 * `progressiveDelivery.destinations` says.
 */
export function resolveDestination(
  destination: Application['spec']['destination'],
  argocd: Pick<ArgoCdConfig, 'cluster'>,
  servers: Record<string, string>,
): ResolvedDestination {
  const server = destination.server && withoutSlash(destination.server);
  const name = destination.name || undefined;
  const namespace = destination.namespace || undefined;
  if (Boolean(server) === Boolean(name)) {
    return {
      destination: { namespace },
      problem: toMessage('problem', {
        id: server ? 'destinationAmbiguous' : 'destinationMissing',
        parameters: {},
      }),
    };
  }
  if (server === OWN_SERVER || name === OWN_NAME) {
    return {
      destination: { cluster: argocd.cluster, server, namespace },
      inProject: {
        server: OWN_SERVER,
        name: OWN_NAME,
        namespace: namespace ?? '',
      },
    };
  }
  const inProject = {
    server: server || undefined,
    name,
    namespace: namespace ?? '',
  };
  if (name) {
    return isClusterName(name)
      ? { destination: { cluster: name, namespace }, inProject }
      : {
          destination: { namespace },
          inProject,
          problem: toMessage('problem', {
            id: 'clusterNameInvalid',
            parameters: { name: visibleText(name) },
          }),
        };
  }
  const cluster = Object.entries(servers).find(
    ([known]) => withoutSlash(known) === server,
  )?.[1];
  return {
    destination: { cluster, server, namespace },
    inProject,
    problem: cluster
      ? undefined
      : toMessage('problem', {
          id: 'destinationUnknown',
          parameters: { destination: visibleText(server ?? '') },
        }),
  };
}

function withoutSlash(server: string): string {
  return server.replace(/\/+$/, '');
}
