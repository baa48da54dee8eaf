import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import { eventually, GiteaServer } from '@progressive-delivery/sandbox';
import { z } from 'zod/v4';
import { RepositoryService } from '../../../../git/RepositoryService';
import { HostLimits, HOST_LIMITS } from '../../askHost';
import { CommitCheck, GitHost } from '../../GitHost';
import { AskedRequest, HostGate } from '../../__testUtils__/HostGate';
import {
  HostScene,
  HostUser,
  OTHER_VALUES,
  ProposalStep,
  VALUES,
} from '../../__testUtils__/HostScene';
import {
  SceneRepositories,
  sceneRepositories,
} from '../../__testUtils__/sceneRepositories';
import { GiteaHost } from '../GiteaHost';

const OUTSIDER = { login: 'outsider', password: 'a-password-of-gitea' };
const REVIEWER = { login: 'reviewer', password: 'another-password-of-gitea' };
const VERDICTS = { approved: 'APPROVED', changesRequested: 'REQUEST_CHANGES' };
/** How the paths end that do it. */
const STEPS: Record<ProposalStep, string> = {
  publish: '/git-receive-pack',
  open: '/pulls',
  label: '/labels',
  review: '/requested_reviewers',
};
const STATES = { pending: 'pending', passed: 'success', failed: 'failure' };

const branchSchema = z.object({ commit: z.object({ id: z.string() }) });
const committedSchema = z.object({ commit: z.object({ sha: z.string() }) });
const labelsSchema = z.array(z.object({ id: z.number(), name: z.string() }));
const tokenSchema = z.object({ sha1: z.string() });

/** A repository at a real Gitea. */
export class GiteaScene implements HostScene {
  static async start(): Promise<GiteaScene> {
    const directory = mkdtempSync(join(tmpdir(), 'gitea-scene-'));
    const server = await GiteaServer.start({ directory });
    const gate = await HostGate.start(server.connection.url);
    const scene = new GiteaScene(directory, server, gate);
    await scene.furnish();
    return scene;
  }

  base = '';
  readonly repository: string;
  private readonly tokens = new Map<HostUser, string>();
  private readonly opened = new Map<HostUser, SceneRepositories>();

  private constructor(
    private readonly directory: string,
    private readonly server: GiteaServer,
    readonly gate: HostGate,
  ) {
    this.repository = `${gate.url}/${server.connection.repository}.git`;
  }

  get secrets(): string[] {
    return Array.from(this.tokens.values());
  }

  host(as: HostUser = 'bot', limits: Partial<HostLimits> = {}): GitHost {
    const { integrations, repositories } = this.with(as);
    return GiteaHost.create({
      config: integrations.gitea.byHost(this.gate.host)!.config,
      repositories,
      limits: { ...HOST_LIMITS, ...limits },
    });
  }

  get traces(): HostScene['traces'] {
    return this.with('bot');
  }

  get repositories(): RepositoryService {
    return this.with('bot').repositories;
  }

  async branch(name: string): Promise<void> {
    await this.ask('POST', '/branches', {
      new_branch_name: name,
      old_ref_name: this.base,
    });
  }

  async commit(branch: string): Promise<string> {
    const there = await this.send('GET', this.path(`/branches/${branch}`));
    if (there.status === 404) {
      await this.branch(branch);
    }
    const committed = await this.ask('POST', `/contents/theirs-${Date.now()}`, {
      branch,
      content: Buffer.from('theirs').toString('base64'),
      message: 'Work on it',
    });
    return committedSchema.parse(committed).commit.sha;
  }

  async merge(number: number, how: 'merge' | 'squash'): Promise<void> {
    // Right after a push, Gitea has yet to find out whether it can be merged.
    await eventually(
      `pull request ${number} is merged`,
      () => this.ask('POST', `/pulls/${number}/merge`, { Do: how }),
      { seconds: 30 },
    );
  }

  async deleteBranch(branch: string): Promise<void> {
    await this.ask('DELETE', `/branches/${branch}`);
  }

  async renameDefaultBranch(name: string): Promise<void> {
    await this.ask('PATCH', '/branches/main', { name });
  }

  async openFromFork(branch: string): Promise<void> {
    const { login } = OUTSIDER;
    const authorization = basic(OUTSIDER);
    const [, name] = this.server.connection.repository.split('/');
    await this.call('POST', this.path('/forks'), {}, authorization);
    await eventually(
      'the fork has a commit',
      () =>
        this.call(
          'POST',
          `/repos/${login}/${name}/contents/theirs`,
          {
            branch: 'main',
            new_branch: branch,
            content: '',
            message: 'Work on it',
          },
          authorization,
        ),
      { seconds: 30 },
    );
    await this.call(
      'POST',
      this.path('/pulls'),
      { base: 'main', head: `${login}:${branch}`, title: 'Turn web on' },
      authorization,
    );
  }

  async report(
    commit: string,
    name: string,
    state: CommitCheck['state'],
  ): Promise<void> {
    await this.ask('POST', `/statuses/${commit}`, {
      context: name,
      state: STATES[state],
      target_url: `https://ci.example.com/${name}`,
    });
  }

  async requestReview(number: number): Promise<string> {
    await this.ask('POST', `/pulls/${number}/requested_reviewers`, {
      reviewers: [REVIEWER.login],
    });
    return REVIEWER.login;
  }

  async review(
    number: number,
    verdict: 'approved' | 'changesRequested',
  ): Promise<void> {
    await this.call(
      'POST',
      this.path(`/pulls/${number}/reviews`),
      { event: VERDICTS[verdict], body: 'I have read it' },
      basic(REVIEWER),
    );
  }

  async createLabel(name: string): Promise<void> {
    await this.ask('POST', '/labels', { name, color: '#ededed' });
  }

  async labels(number: number): Promise<string[]> {
    return (await this.labelsOf(number)).map(({ name }) => name);
  }

  async removeLabel(number: number, name: string): Promise<void> {
    const label = (await this.labelsOf(number)).find(
      each => each.name === name,
    );
    await this.ask('DELETE', `/issues/${number}/labels/${label?.id}`);
  }

  /** The repository is a person's, so there are none. */
  readonly teams: string[] = [];

  async archive(archived: boolean): Promise<void> {
    await this.ask('PATCH', '', { archived });
  }

  /** Gitea has none of its own; who puts one before it answers like this. */
  limitRate(): { seconds: number; lift: () => void } {
    this.gate.answer = response =>
      response.writeHead(429, { 'Retry-After': '30' }).end('Slow down');
    return {
      seconds: 30,
      lift: () => {
        this.gate.answer = undefined;
      },
    };
  }

  async stop(): Promise<void> {
    await Promise.all(Array.from(this.opened.values(), each => each.stop()));
    await this.gate.stop();
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  get integrations(): JsonObject {
    return this.with('bot').config;
  }

  isFor(step: ProposalStep, { method, url }: AskedRequest): boolean {
    return method === 'POST' && url.endsWith(STEPS[step]);
  }

  private with(user: HostUser): SceneRepositories {
    const { host, url } = this.gate;
    const opened =
      this.opened.get(user) ??
      sceneRepositories({
        gitea: [{ host, baseUrl: url, password: this.tokens.get(user) }],
      });
    this.opened.set(user, opened);
    return opened;
  }

  private async labelsOf(number: number) {
    return labelsSchema.parse(
      await this.ask('GET', `/issues/${number}/labels`),
    );
  }

  private async furnish(): Promise<void> {
    const { connection } = this.server;
    for (const path of [VALUES, OTHER_VALUES]) {
      await this.ask('POST', `/contents/${encodeURIComponent(path)}`, {
        branch: 'main',
        content: Buffer.from('enabled: false\n').toString('base64'),
        message: 'Begin',
      });
    }
    this.base = branchSchema.parse(
      await this.ask('GET', '/branches/main'),
    ).commit.id;
    for (const { login, password } of [OUTSIDER, REVIEWER]) {
      await this.call('POST', '/admin/users', {
        username: login,
        password,
        email: `${login}@example.com`,
        must_change_password: false,
      });
    }
    await this.ask('PUT', `/collaborators/${REVIEWER.login}`, {
      permission: 'write',
    });
    const token = await this.call(
      'POST',
      `/users/${connection.username}/tokens`,
      { name: 'reader', scopes: ['read:repository'] },
      basic({ login: connection.username, password: connection.password }),
    );
    this.tokens.set('bot', connection.token);
    this.tokens.set('reader', tokenSchema.parse(token).sha1);
    this.tokens.set('revoked', 'f'.repeat(40));
  }

  private path(rest: string): string {
    return `/repos/${this.server.connection.repository}${rest}`;
  }

  /** What the repository's owner asks. */
  private async ask(
    method: string,
    rest: string,
    body?: object,
  ): Promise<unknown> {
    return this.call(method, this.path(rest), body);
  }

  private async call(
    method: string,
    path: string,
    body?: object,
    authorization?: string,
  ): Promise<unknown> {
    const response = await this.send(method, path, body, authorization);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  }

  private async send(
    method: string,
    path: string,
    body?: object,
    authorization = `token ${this.server.connection.token}`,
  ): Promise<Response> {
    return fetch(`${this.server.connection.url}/api/v1${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { authorization, 'content-type': 'application/json' },
    });
  }
}

function basic({ login, password }: { login: string; password: string }) {
  return `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
}
