import {
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ChartRepository, mayContact } from './chartRepository';

/** Milliseconds for one answer, redirects and body included. */
const TIMEOUT = 60_000;
const MOST_REDIRECTS = 5;

export interface ChartRequest {
  url: URL;
  /** What is asked for, as a sentence names it. */
  what: string;
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
    const { signal, what } = request;
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      return await this.follow(
        request,
        signal ? AbortSignal.any([signal, timeout]) : timeout,
      );
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) {
        throw new ServiceUnavailableError(
          `${what} did not come within ${TIMEOUT / 1000} s`,
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
    this.expect(response, request.what);
    return response;
  }

  /** @throws the error that says what a status other than 200 means */
  expect({ status }: ChartResponse, what: string): void {
    switch (status) {
      case 200:
        return;
      case 401:
      case 403:
        throw new NotAllowedError(
          `${what} is refused (HTTP ${status}): check the credentials of ${this.repository.config.url} in progressiveDelivery.chartRepositories`,
        );
      case 404:
        throw new NotFoundError(`${what} does not exist`);
      default:
        throw new ServiceUnavailableError(
          `${what} cannot be had (HTTP ${status})`,
        );
    }
  }

  private async follow(
    request: ChartRequest,
    signal: AbortSignal,
  ): Promise<ChartResponse> {
    const { what } = request;
    let { url } = request;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      this.assertContactable(url, what);
      const response = await this.fetch(request, url, signal);
      const location = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || !location) {
        const body = await readBody(response, request);
        return { status: response.status, headers: response.headers, body };
      }
      await response.body?.cancel();
      if (!URL.canParse(location, url)) {
        throw new ServiceUnavailableError(`${what} leads to no URL`);
      }
      url = new URL(location, url);
    }
    throw new ServiceUnavailableError(
      `${what} is redirected more than ${MOST_REDIRECTS} times`,
    );
  }

  private assertContactable(url: URL, what: string): void {
    if (!mayContact(this.repository, url)) {
      throw new NotAllowedError(
        `${what} leads to ${url.protocol}//${url.host}, which is not contacted: if it belongs to ${this.repository.config.url}, add ${url.host} to its hosts in progressiveDelivery.chartRepositories`,
      );
    }
  }

  private async fetch(
    { accept, authorization, headers, url: first, what }: ChartRequest,
    url: URL,
    signal: AbortSignal,
  ): Promise<Response> {
    // fetch refuses URLs with credentials, in a message that quotes them.
    if (url.username || url.password) {
      throw new NotAllowedError(`${what} leads to a URL with credentials`);
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
      throw new ServiceUnavailableError(
        `${what} cannot be had: ${url.host} does not answer (${reasonOf(
          error,
        )})`,
      );
    }
  }
}

async function readBody(
  response: Response,
  { limit, what }: ChartRequest,
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
      throw new InputError(`${what} is larger than ${limit} bytes`);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** The code of what `fetch` wraps, such as ECONNREFUSED. */
function reasonOf(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  return isError(cause) && cause.code ? String(cause.code) : 'no connection';
}
