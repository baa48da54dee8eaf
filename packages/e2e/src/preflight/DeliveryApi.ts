import { z } from 'zod/v4';
import type { Backstage } from '../scene/startBackstage';
import type { Example } from './examples';

const findingSchema = z.object({
  id: z.string(),
  severity: z.string(),
  object: z.object({
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
    cluster: z.string().optional(),
  }),
  seen: z.string(),
  why: z.string(),
  remedy: z.string(),
  code: z.string().optional(),
});

const preflightSchema = z.object({
  findings: z.array(findingSchema),
  unchecked: z.array(z.object({ id: z.string(), reason: z.string() })),
});

/** What preflight has found. */
export type Preflight = z.infer<typeof preflightSchema>;

const comparisonSchema = z.object({
  digest: z.string(),
  profile: z.object({ id: z.string() }),
  preflight: preflightSchema,
});

const targetsSchema = z.object({
  targets: z.array(z.object({ id: z.string(), title: z.string() })),
});

/** The HTTP API, as the guest uses it. */
export class DeliveryApi {
  constructor(private readonly backstage: Backstage) {}

  async preview(
    example: Example,
    enabled: boolean,
  ): Promise<z.infer<typeof comparisonSchema>> {
    const query = new URLSearchParams({
      switch: example.switch,
      enabled: String(enabled),
    });
    const { body } = await this.ask(
      `${await this.targetOf(example)}/comparison?${query}`,
    );
    return comparisonSchema.parse(body);
  }

  /** Previews a switch, and proposes it. */
  async propose(
    example: Example,
    enabled: boolean,
    override?: object,
  ): Promise<{ status: number; body: unknown }> {
    const { digest, profile } = await this.preview(example, enabled);
    return this.ask(`${await this.targetOf(example)}/proposals`, {
      switch: example.switch,
      enabled,
      digest,
      profile: profile.id,
      override,
    });
  }

  private async targetOf({ component, target }: Example): Promise<string> {
    const path = `component/default/${component}/targets`;
    const { targets } = targetsSchema.parse((await this.ask(path)).body);
    const found = targets.find(({ title }) => title === target);
    if (!found) {
      throw new Error(`${component} is not delivered to ${target}`);
    }
    return `${path}/${found.id}`;
  }

  private async ask(path: string, body?: object) {
    const token = await this.backstage.signInAsGuest();
    const response = await fetch(
      `${this.backstage.url}/api/progressive-delivery/v1/entities/${path}`,
      {
        method: body ? 'POST' : 'GET',
        body: body && JSON.stringify(body),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
      },
    );
    return { status: response.status, body: await response.json() };
  }
}
