import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { AuthService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ClusterProxy } from '../ClusterProxy';

/** A proxy of the Kubernetes plugin that a server on a loopback port stands in for. */
export function clusterProxyAt(
  server: Server,
  auth: AuthService = mockServices.auth({ pluginId: 'progressive-delivery' }),
): ClusterProxy {
  const { port } = server.address() as AddressInfo;
  return ClusterProxy.create({
    discovery: mockServices.discovery.mock({
      getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
    }),
    auth,
  });
}

/** Answers what clusters there are, where it is asked for that. */
export function answersClusters(
  request: IncomingMessage,
  response: ServerResponse,
  items: { name: string; authProvider: string; oidcTokenProvider?: string }[],
): boolean {
  if (request.url !== '/api/kubernetes/clusters') {
    return false;
  }
  response.end(JSON.stringify({ items }));
  return true;
}
