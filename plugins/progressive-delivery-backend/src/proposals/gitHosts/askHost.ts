import { isError } from '@backstage/errors';
import {
  ContentOf,
  HostFault,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeadlineError, withDeadline } from '../../clusters/withDeadline';
import { HostUnavailable } from './HostResult';

export interface HostRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HostAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or `undefined` where the answer is something else, as that of a proxy in between. */
  body: unknown;
}

export type Asked =
  | { outcome: 'answered'; answer: HostAnswer }
  | HostUnavailable;

export interface HostLimits {
  /** Milliseconds for a request and its answer. */
  milliseconds: number;
  /** Bytes of an answer. */
  bytes: number;
}

export const HOST_LIMITS: HostLimits = {
  milliseconds: 20_000,
  bytes: 10 * 1024 * 1024,
};

/**
 * Asks a Git host within limits. Redirects are not followed: they would take the credentials along, or lose the body.
 */
export async function askHost(
  request: HostRequest,
  limits: HostLimits,
): Promise<Asked> {
  try {
    return await withDeadline(limits.milliseconds, signal =>
      askOnce(request, limits, signal),
    );
  } catch (error) {
    if (!isError(error)) {
      throw error;
    }
    if (error instanceof DeadlineError) {
      return unavailable({
        id: 'timedOut',
        parameters: { seconds: limits.milliseconds / 1000 },
      });
    }
    // The code alone: what a library says of a request may hold its headers.
    const code = codeOf(error.cause) ?? codeOf(error);
    return unavailable(
      code
        ? { id: 'unreachableWith', parameters: { code } }
        : { id: 'unreachable', parameters: {} },
    );
  }
}

async function askOnce(
  { body, headers, method, url }: HostRequest,
  limits: HostLimits,
  signal: AbortSignal,
): Promise<Asked> {
  const response = await fetch(url, {
    method,
    body,
    headers,
    redirect: 'manual',
    signal,
  });
  if (
    response.status >= 300 &&
    response.status <= 399 &&
    // The answer to a conditional request.
    response.status !== 304
  ) {
    await response.body?.cancel();
    return unavailable({ id: 'redirected', parameters: {} });
  }
  const text = await readText(response, limits.bytes);
  if (text === undefined) {
    return unavailable({ id: 'tooLarge', parameters: { bytes: limits.bytes } });
  }
  const answer = {
    status: response.status,
    headers: response.headers,
    body: fromJson(text),
  };
  return { outcome: 'answered', answer };
}

async function readText(
  response: Response,
  most: number,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : undefined;
}

export function unavailable(
  because: ContentOf<HostFault>,
  said?: string,
): HostUnavailable {
  return { outcome: 'unavailable', because, said };
}

/** What it answered is nothing that its API would answer with. */
export const UNREADABLE = unavailable({ id: 'unreadable', parameters: {} });
