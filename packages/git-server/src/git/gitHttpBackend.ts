import { spawn } from 'node:child_process';
import { IncomingMessage } from 'node:http';

export interface GitHttpRequest {
  /** Where the repositories are. */
  folder: string;
  /** Below the folder. */
  path: string;
  query: string;
  /** Who asks; Git takes pushes of somebody only. */
  user: string;
}

export interface GitHttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What Git's own CGI program answers, as `git http-backend` is meant to be used. */
export async function gitHttpBackend(
  request: IncomingMessage,
  { folder, path, query, user }: GitHttpRequest,
): Promise<GitHttpAnswer> {
  const { headers, method = 'GET' } = request;
  // What comes and goes are streams, so it is no command that is run to its end.
  const git = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REQUEST_METHOD: method,
      PATH_INFO: path,
      QUERY_STRING: query,
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
      REMOTE_USER: user,
    },
  });
  // It ends without reading all where it refuses; what it says then is the answer.
  git.stdin.on('error', () => {});
  request.pipe(git.stdin);
  const output: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  await new Promise(resolve => git.on('close', resolve));
  return parseCgi(Buffer.concat(output));
}

/** Header lines, an empty line, the body. */
function parseCgi(output: Buffer): GitHttpAnswer {
  const end = output.indexOf('\r\n\r\n');
  const lines = output
    .toString('utf8', 0, end)
    .split('\r\n')
    .map(line => line.split(': '));
  const { Status = '200', ...headers } = Object.fromEntries(lines);
  return {
    status: Number.parseInt(Status, 10),
    headers,
    body: output.subarray(end + 4),
  };
}
