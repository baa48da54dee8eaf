import { spawn } from 'node:child_process';
import { IncomingMessage, ServerResponse } from 'node:http';

/** Lets Git's own CGI program answer, as `git http-backend` is meant to be used. */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  options: { folder: string; path: string; query: string; user: string },
): void {
  const { headers, method = 'GET' } = request;
  // What comes and goes are streams, so it is no command that is run to its end.
  const git = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: options.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REQUEST_METHOD: method,
      PATH_INFO: options.path,
      QUERY_STRING: options.query,
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
      REMOTE_USER: options.user,
    },
  });
  git.stdin.on('error', () => response.destroy());
  request.pipe(git.stdin);
  const output: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  git.on('close', () => {
    const said = Buffer.concat(output);
    const end = said.indexOf('\r\n\r\n');
    const lines = said
      .toString('utf8', 0, end)
      .split('\r\n')
      .map(line => line.split(': '));
    const { Status = '200', ...others } = Object.fromEntries(lines);
    response.writeHead(Number.parseInt(Status, 10), others);
    response.end(said.subarray(end + 4));
  });
}
