import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:https';
import { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { Sandbox } from '../Sandbox';

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

export interface MetricsApiOptions {
  sandbox: Pick<Sandbox, 'kubeconfig' | 'kubectl' | 'apply'>;
  /** Of the Service by which the API server finds it. */
  namespace: string;
  /** The whole load of a workload, in thousandths of a CPU. */
  milliCpu: number;
}

/**
 * The resource metrics API, which a cluster of simulated pods lacks: it spreads a load evenly over the ready pods that
 * are asked for, as a Service would. The real autoscaler does the rest.
 */
export class MetricsApi {
  static async start(options: MetricsApiOptions): Promise<MetricsApi> {
    const [{ user }] = kubeconfigSchema.parse(
      parse(readFileSync(options.sandbox.kubeconfig, 'utf8')),
    ).users;
    // The API server takes any certificate here; this one is at hand.
    const server = createServer({
      cert: readFileSync(user['client-certificate']),
      key: readFileSync(user['client-key']),
    });
    const api = new MetricsApi(server, options);
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
    private readonly server: Server,
    private readonly options: MetricsApiOptions,
  ) {}

  async stop(): Promise<void> {
    await this.options.sandbox.kubectl(['delete', 'apiservice', apiService]);
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async register(port: number): Promise<void> {
    const { namespace, sandbox } = this.options;
    await sandbox.apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'metrics', namespace },
      spec: { type: 'ExternalName', externalName: 'localhost' },
    });
    await sandbox.apply({
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: apiService },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        service: { name: 'metrics', namespace, port },
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
        await this.options.sandbox.kubectl([
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
            cpu: `${Math.round(this.options.milliCpu / ready.length)}m`,
            memory: '64Mi',
          },
        })),
      })),
    };
  }
}
