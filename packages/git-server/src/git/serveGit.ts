import { IncomingMessage, ServerResponse } from 'node:http';
import { gitHttpBackend, GitHttpRequest } from './gitHttpBackend';

/** Lets Git's own CGI program answer. */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  asked: GitHttpRequest,
): void {
  gitHttpBackend(request, asked).then(
    ({ body, headers, status }) =>
      response.writeHead(status, headers).end(body),
    () => response.destroy(),
  );
}
