import {
  getGiteaRequestOptions,
  GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod/v4';
import { askHost, HostLimits, UNREADABLE } from '../askHost';
import { HostResult } from '../HostResult';
import { repositoryName } from '../repositoryName';
import { saidBy } from '../saidBy';
import { giteaFailure } from './giteaFailure';

export interface GiteaRequest {
  /** Default `GET`. */
  method?: 'GET' | 'POST' | 'PATCH';
  /** Below the repository's own. */
  path: string;
  body?: object;
}

/** Asks the API of one Gitea about its repositories. */
export class GiteaApi {
  static create(options: {
    config: GiteaIntegrationConfig;
    limits: HostLimits;
  }): GiteaApi {
    return new GiteaApi(options.config, options.limits);
  }

  private constructor(
    private readonly config: GiteaIntegrationConfig,
    private readonly limits: HostLimits,
  ) {}

  /** @throws NotFoundError where the repository's address is none of that Gitea */
  async ask<Schema extends z.ZodType>(
    schema: Schema,
    repository: string,
    { body, method = 'GET', path }: GiteaRequest,
  ): Promise<HostResult<z.output<Schema>>> {
    const { headers } = getGiteaRequestOptions(this.config);
    const asked = await askHost(
      {
        method,
        url: `${this.urlOf(repository)}${path}`,
        body: body && JSON.stringify(body),
        headers: {
          ...headers,
          Accept: 'application/json',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
      },
      this.limits,
    );
    if (asked.outcome !== 'answered') {
      return asked;
    }
    const { answer } = asked;
    if (answer.status < 200 || answer.status > 299) {
      const secrets = [
        this.config.password,
        ...Object.values(headers ?? {}).map(each => each.split(' ').at(-1)),
      ];
      return giteaFailure(answer, saidBy(answer.body, secrets));
    }
    const parsed = schema.safeParse(answer.body);
    return parsed.success
      ? { outcome: 'found', value: parsed.data }
      : UNREADABLE;
  }

  private urlOf(repository: string): string {
    const baseUrl = this.config.baseUrl ?? `https://${this.config.host}`;
    const { name, owner } = repositoryName(repository, {
      baseUrl,
      product: 'Gitea',
    });
    return `${baseUrl.replace(/\/+$/, '')}/api/v1/repos/${encodeURIComponent(
      owner,
    )}/${encodeURIComponent(name)}`;
  }
}
