import { z } from 'zod/v4';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { ResponseError } from '../../../running/ResponseError';
import { Component } from './components';

const findingSchema = z.object({
  id: z.string(),
  severity: z.string(),
  object: z.object({ kind: z.string(), name: z.string() }).passthrough(),
  seen: z.string(),
});

export type Finding = z.infer<typeof findingSchema>;

const targetsSchema = z.object({
  targets: z.array(z.object({ id: z.string(), title: z.string() })),
});

const comparisonSchema = z.object({
  digest: z.string(),
  profile: z.object({ id: z.string() }),
  preflight: z.object({ findings: z.array(findingSchema) }),
});

const refusalSchema = z.object({
  error: z.object({
    preflight: z.object({ findings: z.array(findingSchema) }),
  }),
});

const createdSchema = z.object({
  outcome: z.literal('created'),
  proposal: z.object({ number: z.number() }),
});

const CREATED = 201;
const CONFLICT = 409;

/** What a person does with the switch of one component in one place, by Backstage's HTTP API. */
export class Switching {
  static async of(
    component: Component,
    title: string,
    backend: BackendProcess,
  ): Promise<Switching> {
    const entity = `${backend.url}/api/progressive-delivery/v1/entities/component/default/${component.name}`;
    const switching = new Switching(component, backend, entity);
    const { targets } = targetsSchema.parse(
      (await switching.ask(`${entity}/targets`)).body,
    );
    const target = targets.find(each => each.title === title);
    if (!target) {
      throw new ResponseError(`${component.name} is not delivered to ${title}`);
    }
    return new Switching(component, backend, `${entity}/targets/${target.id}`);
  }

  private constructor(
    private readonly component: Component,
    private readonly backend: BackendProcess,
    private readonly url: string,
  ) {}

  /** Previews the switch, and answers what of that is needed to propose it. */
  async preview(enabled: boolean): Promise<z.infer<typeof comparisonSchema>> {
    const query = new URLSearchParams({
      switch: this.switch,
      enabled: String(enabled),
    });
    const { body, status } = await this.ask(`${this.url}/comparison?${query}`);
    const comparison = comparisonSchema.safeParse(body);
    if (!comparison.success) {
      throw new ResponseError(
        `The preview answered ${status}: ${JSON.stringify(body)}`,
      );
    }
    return comparison.data;
  }

  /** Proposes what was previewed: the number of the pull request, or what keeps it from being opened. */
  async propose(
    enabled: boolean,
    {
      digest,
      profile,
      overridden = [],
    }: {
      digest: string;
      profile: { id: string };
      overridden?: Finding[];
    },
  ): Promise<
    { state: 'opened'; number: number } | { state: 'refused'; by: Finding[] }
  > {
    const { body, status } = await this.ask(`${this.url}/proposals`, {
      switch: this.switch,
      enabled,
      digest,
      profile: profile.id,
      ...(overridden.length > 0 && {
        override: {
          findings: overridden.map(({ id, object }) => ({ id, object })),
          reason: 'The benchmark goes on, and counts this as a false alarm.',
        },
      }),
    });
    const refusal = refusalSchema.safeParse(body);
    if (status === CONFLICT && refusal.success) {
      const { findings } = refusal.data.error.preflight;
      return {
        state: 'refused',
        by: findings.filter(({ severity }) => severity === 'block'),
      };
    }
    const created = createdSchema.safeParse(body);
    if (status !== CREATED || !created.success) {
      throw new ResponseError(
        `The proposal was answered with ${status}: ${JSON.stringify(body)}`,
      );
    }
    return { state: 'opened', number: created.data.proposal.number };
  }

  private get switch(): string {
    return `${this.component.key}.progressiveDelivery.enabled`;
  }

  private async ask(
    url: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }> {
    const token = await this.backend.signIn('somebody');
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }
}
