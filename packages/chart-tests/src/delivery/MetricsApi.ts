import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:https';
import { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { OwnDelivery } from './OwnDelivery';

const kubeconfigSchema = z.object({
  users: z
    .array(
      z.object({
        user: z.object({
          'client-certificate': z.string(),
          'client-key': z.string(),
        }),
      }),
    )
    .nonempty(),
});

const podsSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({ containers: z.array(z.object({ name: z.string() })) }),
      status: z.object({
        conditions: z
          .array(z.object({ type: z.string(), status: z.string() }))
          .optional(),
      }),
    }),
  ),
});

const groupVersion = 'metrics.k8s.io/v1beta1';
const apiService = 'v1beta1.metrics.k8s.io';

/**
 * The resource metrics API, which a cluster of simulated pods lacks: it spreads a load evenly over the ready pods that
 * are asked for, as a Service would. The real autoscaler does the rest.
 */
export class MetricsApi {
  /** @param options.milliCpu the whole load, in thousandths of a CPU */
  static async start(options: {
    delivery: OwnDelivery;
    milliCpu: number;
  }): Promise<MetricsApi> {
    const { delivery } = options;
    const [{ user }] = kubeconfigSchema.parse(
      parse(readFileSync(delivery.sandbox.kubeconfig, 'utf8')),
    ).users;
    // The API server takes any certificate here; this one is at hand.
    const server = createServer({
      cert: readFileSync(user['client-certificate']),
      key: readFileSync(user['client-key']),
    });
    const api = new MetricsApi(delivery, server, options.milliCpu);
    server.on('request', (request, response) => {
      api.answer(new URL(request.url ?? '/', 'https://localhost')).then(
        body => {
          response.writeHead(body ? 200 : 404, {
            'content-type': 'application/json',
          });
          response.end(JSON.stringify(body ?? {}));
        },
        error => {
          response.writeHead(500);
          response.end(String(error));
        },
      );
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    await api.register((server.address() as AddressInfo).port);
    return api;
  }

  private constructor(
    private readonly delivery: OwnDelivery,
    private readonly server: Server,
    private readonly milliCpu: number,
  ) {}

  async stop(): Promise<void> {
    await this.delivery.kubectl(['delete', 'apiservice', apiService]);
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async register(port: number): Promise<void> {
    const { name } = this.delivery;
    await this.delivery.apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'metrics', namespace: name },
      spec: { type: 'ExternalName', externalName: 'localhost' },
    });
    await this.delivery.apply({
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: apiService },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        service: { name: 'metrics', namespace: name, port },
        insecureSkipTLSVerify: true,
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    });
  }

  private async answer(url: URL): Promise<object | undefined> {
    if (url.pathname === `/apis/${groupVersion}`) {
      return {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion,
        resources: [
          {
            name: 'pods',
            singularName: '',
            namespaced: true,
            kind: 'PodMetrics',
            verbs: ['get', 'list'],
          },
        ],
      };
    }
    const [, namespace] =
      /^\/apis\/metrics\.k8s\.io\/v1beta1\/namespaces\/([^/]+)\/pods$/.exec(
        url.pathname,
      ) ?? [];
    return namespace
      ? this.usage(namespace, url.searchParams.get('labelSelector') ?? '')
      : undefined;
  }

  private async usage(namespace: string, selector: string): Promise<object> {
    const { items } = podsSchema.parse(
      JSON.parse(
        await this.delivery.kubectl([
          ...['get', 'pods', '--namespace', namespace, '--output', 'json'],
          ...['--selector', selector],
        ]),
      ),
    );
    const ready = items.filter(({ status }) =>
      status.conditions?.some(
        ({ type, status: is }) => type === 'Ready' && is === 'True',
      ),
    );
    return {
      kind: 'PodMetricsList',
      apiVersion: groupVersion,
      metadata: {},
      items: ready.map(({ metadata, spec }) => ({
        metadata: { name: metadata.name, namespace },
        timestamp: new Date().toISOString(),
        window: '1s',
        containers: spec.containers.map(({ name }) => ({
          name,
          usage: {
            cpu: `${Math.round(this.milliCpu / ready.length)}m`,
            memory: '64Mi',
          },
        })),
      })),
    };
  }
}
