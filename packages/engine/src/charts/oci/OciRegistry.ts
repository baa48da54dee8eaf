import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { authorizationOf } from '../repositories/authorizationOf';
import { ChartRepository } from '../repositories/chartRepository';
import {
  ChartRepositoryClient,
  ChartRequest,
  ChartResponse,
  urlText,
} from '../repositories/ChartRepositoryClient';
import {
  ARCHIVE_LIMIT,
  BELIEVED,
  ChartRelease,
  ChartSource,
} from '../repositories/ChartSource';
import { isVersion, pickVersion } from '../repositories/pickVersion';
import { bearerChallenge, requestToken } from './registryToken';

const MANIFEST_LIMIT = 1024 * 1024;
const MOST_PAGES = 50;
const MOST_KEPT = 500;

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CHART = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

const manifestSchema = z.object({
  layers: z.array(z.object({ mediaType: z.string(), digest: z.string() })),
});

/** An answer, and the URL that was asked. */
interface RegistryAnswer extends ChartResponse {
  url: URL;
}

const tagsSchema = z.object({ tags: z.array(z.string()).nullable() });

/**
 * An OCI registry that charts are pushed to: one repository a chart, one tag a version
 * (github.com/opencontainers/distribution-spec v1.1), as helm v4.3 uses it (pkg/registry). By hand rather than by
 * `helm pull`: what is read is bounded, and goes to the registry that is configured and nowhere else.
 */
export class OciRegistry implements ChartSource {
  static create(repository: ChartRepository): OciRegistry {
    return new OciRegistry(
      repository,
      ChartRepositoryClient.create(repository),
    );
  }

  /** What tags were said to be, by chart and tag. */
  private readonly releases = new LRUCache<string, ChartRelease>({
    max: MOST_KEPT,
    ttl: BELIEVED,
  });
  /** The header that was last accepted, by chart. */
  private readonly authorizations = new LRUCache<string, string>({
    max: MOST_KEPT,
  });

  private constructor(
    private readonly repository: ChartRepository,
    private readonly client: ChartRepositoryClient,
  ) {}

  async find(
    chart: string,
    wanted: string,
    signal?: AbortSignal,
  ): Promise<ChartRelease> {
    const key = JSON.stringify([chart, wanted]);
    const kept = this.releases.get(key);
    if (kept) {
      return kept;
    }
    const version = isVersion(wanted)
      ? wanted
      : pickVersion(await this.versions(chart, signal), wanted);
    if (version === undefined) {
      throw cannotPreview(
        {
          id: 'chartVersionMissing',
          parameters: {
            repository: this.repository.url,
            chart,
            version: wanted,
          },
        },
        NotFoundError,
      );
    }
    const release = await this.release(chart, version, signal);
    this.releases.set(key, release);
    return release;
  }

  private async release(
    chart: string,
    version: string,
    signal?: AbortSignal,
  ): Promise<ChartRelease> {
    // A tag may hold no plus sign, for which helm writes another.
    const tag = version.replaceAll('+', '_');
    const name = `${chart} ${version} (${this.repository.url})`;
    const { body, url } = await this.read(chart, {
      path: `manifests/${tag}`,
      accept: MANIFEST,
      limit: MANIFEST_LIMIT,
      signal,
    });
    const layers = parse(manifestSchema, body, url).layers.filter(
      ({ mediaType }) => mediaType === CHART,
    );
    const digest = /^sha256:([0-9a-f]{64})$/.exec(layers[0]?.digest ?? '');
    if (layers.length !== 1 || !digest) {
      throw cannotPreview({
        id: 'notInRegistry',
        parameters: { archive: name },
      });
    }
    return {
      version,
      digest: digest[1],
      download: async downloadSignal => {
        const archive = await this.read(chart, {
          path: `blobs/${layers[0].digest}`,
          accept: '*/*',
          limit: ARCHIVE_LIMIT,
          signal: downloadSignal,
        });
        return archive.body;
      },
    };
  }

  /** As helm reads tags (v4.3 pkg/registry Client.Tags): whole versions only. */
  private async versions(
    chart: string,
    signal?: AbortSignal,
  ): Promise<string[]> {
    const tags: string[] = [];
    let path: string | undefined = 'tags/list?n=1000';
    for (let page = 0; path; page++) {
      if (page === MOST_PAGES) {
        throw cannotPreview({
          id: 'registryTooManyVersions',
          parameters: {
            chart,
            repository: this.repository.url,
            pages: MOST_PAGES,
          },
        });
      }
      const { body, headers, url }: RegistryAnswer = await this.read(chart, {
        path,
        accept: 'application/json',
        limit: MANIFEST_LIMIT,
        signal,
      });
      tags.push(...(parse(tagsSchema, body, url).tags ?? []));
      const query = /<[^>?]*(\?[^>]*)>\s*;\s*rel="?next"?/.exec(
        headers.get('link') ?? '',
      );
      path = query ? `tags/list${query[1]}` : undefined;
    }
    return tags
      .map(tag => tag.replaceAll('_', '+'))
      .filter(
        tag =>
          /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}([-+]|$)/.test(tag) &&
          isVersion(tag),
      );
  }

  /** Asks as was accepted last; where that is refused, gets what the registry asks for and asks again. */
  private async read(
    chart: string,
    { path, ...others }: Omit<ChartRequest, 'url'> & { path: string },
  ): Promise<RegistryAnswer> {
    const { origin, url } = this.repository;
    const { pathname } = new URL(url.replace(/^oci:/, 'https:'));
    const repository = [...pathname.split('/').filter(Boolean), chart].join(
      '/',
    );
    if (!/^[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*$/.test(repository)) {
      throw cannotPreview({
        id: 'registryNameInvalid',
        parameters: { name: repository },
      });
    }
    const request: ChartRequest = {
      ...others,
      url: new URL(`${origin}/v2/${repository}/${path}`),
      authorization: this.authorizations.get(chart),
    };
    const response = await this.client.get(request);
    if (response.status !== 401) {
      this.client.expect(response, request);
      return { ...response, url: request.url };
    }
    const authorization = await this.authorize(
      response.headers.get('www-authenticate') ?? '',
      { repository, signal: request.signal },
    );
    const again = await this.client.read({ ...request, authorization });
    this.authorizations.set(chart, authorization);
    return { ...again, url: request.url };
  }

  private async authorize(
    challenge: string,
    { repository, signal }: { repository: string; signal?: AbortSignal },
  ): Promise<string> {
    const configured = authorizationOf(this.repository.config);
    const bearer = bearerChallenge(challenge);
    if (bearer && !this.repository.config.token) {
      return requestToken(this.client, bearer, {
        configured,
        repository,
        registry: this.repository.url,
        signal,
      });
    }
    if (!configured) {
      throw cannotPreview(
        {
          id: 'chartCredentialsMissing',
          parameters: { repository: this.repository.url },
        },
        NotAllowedError,
      );
    }
    return configured;
  }
}

function parse<T>(schema: z.ZodType<T>, body: Buffer, url: URL): T {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    json = undefined;
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw cannotPreview({
      id: 'registryAnswerInvalid',
      parameters: { url: urlText(url) },
    });
  }
  return parsed.data;
}
