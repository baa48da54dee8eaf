import { setTimeout as wait } from 'node:timers/promises';
import {
  BackgroundProcess,
  eventually,
  type Sandbox,
} from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';

const slicesSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
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

const SAMPLE_MILLISECONDS = 200;

export interface Sample {
  /** Milliseconds since the sampling began. */
  at: number;
  /** Ready addresses by Service. */
  ready: Record<string, number>;
}

/** Counts the ready addresses behind each Service of a namespace five times a second. */
export class EndpointSampler {
  static async start(
    sandbox: Sandbox,
    namespace: string,
  ): Promise<EndpointSampler> {
    let address: string | undefined;
    const proxy = BackgroundProcess.start({
      command: sandbox.tools.kubectl,
      args: ['proxy', '--port=0', '--address=127.0.0.1'],
      environment: { ...process.env, ...sandbox.environment() },
      output: {
        onLine: line => {
          address ??= /127\.0\.0\.1:\d+/.exec(line)?.[0];
        },
      },
    });
    await eventually(
      'kubectl proxy says where it listens',
      () => {
        if (!address) {
          throw new Error('Nothing so far');
        }
      },
      { signal: proxy.ended, intervalMilliseconds: 20 },
    );
    const sampler = new EndpointSampler(
      proxy,
      `http://${address}/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`,
    );
    sampler.done = sampler.run();
    return sampler;
  }

  readonly samples: Sample[] = [];
  private stopped = false;
  private done: Promise<void> = Promise.resolve();
  private readonly began = Date.now();

  private constructor(
    private readonly proxy: BackgroundProcess,
    private readonly url: string,
  ) {}

  /** Ends the sampling. */
  async stop(): Promise<void> {
    this.stopped = true;
    try {
      await this.done;
    } finally {
      await this.proxy.end();
    }
  }

  /** The fewest and the most ready addresses of a Service so far. */
  seen(service: string): { samples: number; fewest: number; most: number } {
    const counts = this.samples.map(({ ready }) => ready[service] ?? 0);
    return {
      samples: counts.length,
      fewest: Math.min(...counts),
      most: Math.max(...counts),
    };
  }

  private async run(): Promise<void> {
    do {
      this.samples.push(await this.sample());
      await wait(SAMPLE_MILLISECONDS);
    } while (!this.stopped);
  }

  private async sample(): Promise<Sample> {
    const response = await fetch(this.url);
    const { items } = slicesSchema.parse(await response.json());
    const ready: Record<string, number> = {};
    for (const { metadata, endpoints } of items) {
      const service = metadata.labels['kubernetes.io/service-name'];
      ready[service] =
        (ready[service] ?? 0) +
        (endpoints ?? [])
          .filter(({ conditions }) => conditions?.ready)
          .flatMap(({ addresses }) => addresses).length;
    }
    return { at: Date.now() - this.began, ready };
  }
}
