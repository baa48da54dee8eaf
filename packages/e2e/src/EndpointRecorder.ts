import { ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Sandbox } from '@progressive-delivery/sandbox';
import { z } from 'zod';

const SAMPLE_MILLISECONDS = 250;

const endpointSlicesSchema = z.object({
  items: z.array(
    z.object({
      endpoints: z
        .array(
          z.object({
            addresses: z.array(z.string()),
            conditions: z.object({ ready: z.boolean().optional() }).optional(),
          }),
        )
        .nullish(),
    }),
  ),
});

/** Counts the ready endpoints of a Service, several times a second, from start to stop. */
export class EndpointRecorder {
  static async start(options: {
    sandbox: Sandbox;
    namespace: string;
    service: string;
  }): Promise<EndpointRecorder> {
    const proxy = spawn(
      options.sandbox.tools.kubectl,
      ['proxy', '--port=0', '--address=127.0.0.1'],
      {
        env: options.sandbox.environment(),
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const line = await new Promise<string>((resolve, reject) => {
      createInterface(proxy.stdout).once('line', resolve);
      proxy.once('exit', code =>
        reject(new Error(`kubectl proxy ended with ${code}`)),
      );
    });
    const address = line.match(/127\.0\.0\.1:\d+/)?.[0];
    if (!address) {
      proxy.kill();
      throw new Error(`kubectl proxy said: ${line}`);
    }
    const selector = encodeURIComponent(
      `kubernetes.io/service-name=${options.service}`,
    );
    const recorder = new EndpointRecorder(
      proxy,
      `http://${address}/apis/discovery.k8s.io/v1/namespaces/${options.namespace}/endpointslices?labelSelector=${selector}`,
    );
    recorder.samples.push(await recorder.count());
    recorder.done = recorder.run();
    return recorder;
  }

  private readonly samples: number[] = [];
  private stopped = false;
  private done: Promise<void> = Promise.resolve();

  private constructor(
    private readonly proxy: ChildProcess,
    private readonly url: string,
  ) {}

  /** Ends the recording. */
  async stop(): Promise<{ samples: number; fewest: number; most: number }> {
    this.stopped = true;
    try {
      await this.done;
    } finally {
      this.proxy.kill();
    }
    return {
      samples: this.samples.length,
      fewest: Math.min(...this.samples),
      most: Math.max(...this.samples),
    };
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await wait(SAMPLE_MILLISECONDS);
      this.samples.push(await this.count());
    }
  }

  private async count(): Promise<number> {
    const response = await fetch(this.url);
    const { items } = endpointSlicesSchema.parse(await response.json());
    return items
      .flatMap(slice => slice.endpoints ?? [])
      .filter(endpoint => endpoint.conditions?.ready)
      .flatMap(endpoint => endpoint.addresses).length;
  }
}
