import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';

/** Answers with JSON, or, as Git hosts do, with "not modified" to who has that already (weak ETags). */
export function answerJson(
  { headers: asked, method }: IncomingMessage,
  response: ServerResponse,
  {
    body,
    headers,
    status,
  }: { status: number; body: object; headers?: Record<string, string> },
): void {
  const text = JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  const isRead = method === 'GET' && status === 200;
  const isKnown = isRead && asked['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : status, {
    'content-type': 'application/json; charset=utf-8',
    ...(isRead && { etag }),
    ...headers,
  });
  response.end(isKnown ? undefined : text);
}
