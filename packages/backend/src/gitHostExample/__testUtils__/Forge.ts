import { mkdtempSync, rmSync } from 'node:fs';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { HostedGit, serveGit } from '@progressive-delivery/git-server';
import { z } from 'zod/v4';

const TOKEN = 'a-token-of-the-forge';
const CHANGES = '/api/repositories/platform/gitops/changes';

const openingSchema = z.object({
  source: z.string(),
  target: z.string(),
  title: z.string(),
  text: z.string(),
  draft: z.boolean(),
});

type Change = z.output<typeof openingSchema> & {
  id: number;
  state: string;
  labels: string[];
  people: string[];
};

/** A forge with one repository, platform/gitops, which is read and pushed to by HTTP. */
export class Forge {
  static async start(files: Record<string, string>): Promise<Forge> {
    const forge = new Forge(files);
    await new Promise<void>(resolve =>
      forge.server.listen(0, '127.0.0.1', resolve),
    );
    return forge;
  }

  readonly token = TOKEN;
  readonly git: HostedGit;
  readonly base: string;
  readonly changes: Change[] = [];
  /** Answers with that status, where it is set. */
  failing?: number;
  private readonly folder = mkdtempSync(join(tmpdir(), 'forge-'));
  private readonly server: Server;

  private constructor(files: Record<string, string>) {
    this.git = HostedGit.create(join(this.folder, 'platform/gitops.git'));
    this.base = this.commit('main', files);
    this.server = createServer((request, response) =>
      this.handle(request, response),
    );
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get repository(): string {
    return `http://${this.host}/platform/gitops.git`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  commit(branch: string, files: Record<string, string>): string {
    return this.git.push(branch, {
      files: new Map(
        Object.entries(files).map(([path, content]) => [
          path,
          Buffer.from(content),
        ]),
      ),
      message: 'Change it',
      onto: 'main',
    });
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers, method = 'GET', url = '' } = request;
    const { pathname, search, searchParams } = new URL(
      url,
      `http://${this.host}`,
    );
    if (pathname.includes('.git/')) {
      serveGit(request, response, {
        folder: this.folder,
        path: pathname,
        query: search.slice(1),
        user: 'delivery',
      });
      return;
    }
    const sent = await text(request);
    const [status, body] =
      headers.authorization === `Bearer ${TOKEN}`
        ? this.answer(method, pathname, searchParams, sent && JSON.parse(sent))
        : [401, {}];
    response
      .writeHead(this.failing ?? status, { 'content-type': 'application/json' })
      .end(JSON.stringify(body));
  }

  private answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
  ): [number, unknown] {
    const [, id, part] =
      new RegExp(`^${CHANGES}/(\\d+)(/\\w+)?$`).exec(path) ?? [];
    const change = this.changes.find(each => String(each.id) === id);
    if (path === CHANGES) {
      return method === 'GET' ? this.list(query) : this.open(body);
    }
    if (path.endsWith('/access')) {
      return [200, { write: 'yes', archived: false }];
    }
    if (!change) {
      return [404, {}];
    }
    switch (`${method} ${part ?? ''}`) {
      case 'PATCH ':
        Object.assign(change, body);
        return [200, this.payload(change)];
      case 'POST /labels':
        change.labels.push(
          ...z.object({ labels: z.array(z.string()) }).parse(body).labels,
        );
        return [200, { labels: change.labels }];
      case 'POST /reviewers':
        Object.assign(change, body);
        return [200, {}];
      case 'GET /review':
        return [
          200,
          {
            draft: change.draft,
            conflicts: 'no',
            behind: false,
            checks: [],
            approvedBy: [],
            changesRequestedBy: [],
            awaiting: change.people,
          },
        ];
      default:
        return [404, {}];
    }
  }

  private list(query: URLSearchParams): [number, unknown] {
    const sources = query.getAll('source');
    return [
      200,
      this.changes
        .filter(
          ({ source, target }) =>
            sources.includes(source) && target === query.get('target'),
        )
        .map(each => this.payload(each)),
    ];
  }

  private open(body: unknown): [number, unknown] {
    const request = openingSchema.parse(body);
    if (!this.git.head(`refs/heads/${request.source}`)) {
      return [422, {}];
    }
    if (this.changes.some(({ source }) => source === request.source)) {
      return [409, {}];
    }
    const id = this.changes.length + 1;
    const opened = { ...request, id, state: 'open', labels: [], people: [] };
    this.changes.push(opened);
    return [201, this.payload(opened)];
  }

  private payload({ labels, people, ...change }: Change): object {
    return {
      ...change,
      page: `http://${this.host}/platform/gitops/changes/${change.id}`,
      commit: this.git.head(`refs/heads/${change.source}`),
      created: '2026-11-28T12:00:00.000Z',
    };
  }
}
