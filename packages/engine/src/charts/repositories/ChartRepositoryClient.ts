import {
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { cannotPreview } from '../../cannotPreview';
import { ChartRepository, mayContact } from './chartRepository';

/** Milliseconds for one answer, redirects and body included. */
const TIMEOUT = 60_000;
const MOST_REDIRECTS = 5;

export interface ChartRequest {
  url: URL;
  accept: string;
  /** Bytes of the body. */
  limit: number;
  /** Sent to the origin of `url` only, never to where that leads. */
  authorization?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface ChartResponse {
  status: number;
  headers: Headers;
  body: Buffer;
}

/**
 * Speaks HTTP with one chart repository and the hosts that are configured beside it, and with nobody else, wherever
 * answers point. What it says of a failure holds no credentials and no query, which is where signed URLs carry theirs.
 */
export class ChartRepositoryClient {
  static create(repository: ChartRepository): ChartRepositoryClient {
    return new ChartRepositoryClient(repository);
  }

  private constructor(private readonly repository: ChartRepository) {}

  /**
   * Any answer but a redirect, whatever its status.
   *
   * @throws NotAllowedError where the way leads to a host that is not configured
   * @throws InputError where the answer is larger than `limit`
   * @throws ServiceUnavailableError where nobody answers in time
   */
  async get(request: ChartRequest): Promise<ChartResponse> {
    const { signal } = request;
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      return await this.follow(
        request,
        signal ? AbortSignal.any([signal, timeout]) : timeout,
      );
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) {
        throw cannotPreview(
          {
            id: 'chartRequestTimedOut',
            parameters: { url: urlText(request.url), seconds: TIMEOUT / 1000 },
          },
          ServiceUnavailableError,
        );
      }
      throw error;
    }
  }

  /**
   * An answer of status 200.
   *
   * @throws NotAllowedError where credentials are missing or do not suffice
   * @throws NotFoundError where there is no such thing
   */
  async read(request: ChartRequest): Promise<ChartResponse> {
    const response = await this.get(request);
    this.expect(response, request);
    return response;
  }

  /** @throws the error that says what a status other than 200 means */
  expect({ status }: ChartResponse, request: Pick<ChartRequest, 'url'>): void {
    const url = urlText(request.url);
    switch (status) {
      case 200:
        return;
      case 401:
      case 403:
        throw cannotPreview(
          {
            id: 'chartRequestRefused',
            parameters: { url, status, repository: this.repository.config.url },
          },
          NotAllowedError,
        );
      case 404:
        throw cannotPreview(
          { id: 'chartRequestNotFound', parameters: { url } },
          NotFoundError,
        );
      default:
        throw cannotPreview(
          { id: 'chartRequestFailed', parameters: { url, status } },
          ServiceUnavailableError,
        );
    }
  }

  private async follow(
    request: ChartRequest,
    signal: AbortSignal,
  ): Promise<ChartResponse> {
    const asked = urlText(request.url);
    let { url } = request;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      this.assertContactable(url, asked);
      const response = await this.fetch(request, url, signal);
      const location = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || !location) {
        const body = await readBody(response, request);
        return { status: response.status, headers: response.headers, body };
      }
      await response.body?.cancel();
      if (!URL.canParse(location, url)) {
        throw cannotPreview(
          { id: 'chartRedirectInvalid', parameters: { url: asked } },
          ServiceUnavailableError,
        );
      }
      url = new URL(location, url);
    }
    throw cannotPreview(
      {
        id: 'chartRedirectsTooOften',
        parameters: { url: asked, limit: MOST_REDIRECTS },
      },
      ServiceUnavailableError,
    );
  }

  private assertContactable(url: URL, asked: string): void {
    if (!mayContact(this.repository, url)) {
      throw cannotPreview(
        {
          id: 'chartRedirectElsewhere',
          parameters: {
            url: asked,
            target: `${url.protocol}//${url.host}`,
            host: url.host,
            repository: this.repository.config.url,
          },
        },
        NotAllowedError,
      );
    }
  }

  private async fetch(
    { accept, authorization, headers, url: first }: ChartRequest,
    url: URL,
    signal: AbortSignal,
  ): Promise<Response> {
    // fetch refuses URLs with credentials, in a message that quotes them.
    if (url.username || url.password) {
      throw cannotPreview(
        {
          id: 'chartRedirectWithCredentials',
          parameters: { url: urlText(first) },
        },
        NotAllowedError,
      );
    }
    try {
      return await fetch(url, {
        redirect: 'manual',
        signal,
        headers: {
          ...headers,
          accept,
          ...(authorization && url.origin === first.origin
            ? { authorization }
            : {}),
        },
      });
    } catch (error) {
      signal.throwIfAborted();
      throw cannotPreview(
        {
          id: 'chartRequestUnanswered',
          parameters: {
            url: urlText(first),
            host: url.host,
            message: codeOf(error),
          },
        },
        ServiceUnavailableError,
      );
    }
  }
}

async function readBody(
  response: Response,
  { limit, url }: ChartRequest,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (
    let next = await reader?.read();
    next && !next.done;
    next = await reader?.read()
  ) {
    size += next.value.length;
    if (size > limit) {
      await reader?.cancel();
      throw cannotPreview({
        id: 'chartAnswerTooLarge',
        parameters: { url: urlText(url), bytes: limit },
      });
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** The code of what `fetch` wraps, such as ECONNREFUSED. */
function codeOf(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  return isError(cause) && cause.code ? String(cause.code) : 'fetch failed';
}

/** A URL as errors name it: without credentials and query, which may be as secret. */
export function urlText({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
