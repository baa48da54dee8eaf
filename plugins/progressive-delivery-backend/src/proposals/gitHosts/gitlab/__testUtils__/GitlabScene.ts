import { JsonObject } from '@backstage/types';
import {
  CommitStatus,
  GitlabServer,
  HostedProject,
  RATE_LIMIT_SECONDS,
} from '@progressive-delivery/gitlab-server';
import { RepositoryService } from '../../../../git/RepositoryService';
import { HostLimits, HOST_LIMITS } from '../../askHost';
import { CommitCheck, GitHost } from '../../GitHost';
import { AskedRequest, HostGate } from '../../__testUtils__/HostGate';
import {
  HostScene,
  HostUser,
  OTHER_VALUES,
  ProposalStep,
  RateLimitKind,
  VALUES,
} from '../../__testUtils__/HostScene';
import {
  SceneRepositories,
  sceneRepositories,
} from '../../__testUtils__/sceneRepositories';
import { GitlabHost } from '../GitlabHost';

/** A project in a group of a group. */
const PROJECT = 'platform/delivery/gitops';
const STATES = {
  pending: 'running',
  passed: 'success',
  failed: 'failed',
} as const satisfies Record<CommitCheck['state'], CommitStatus['status']>;
const VERDICTS = {
  approved: 'approved',
  changesRequested: 'requested_changes',
} as const;
const REVIEWER = 'reviewer';

/** A project at the test server for GitLab. */
export class GitlabScene implements HostScene {
  static async start(): Promise<GitlabScene> {
    const server = await GitlabServer.start();
    return new GitlabScene(server, await HostGate.start(server.url));
  }

  readonly base: string;
  readonly repository: string;
  readonly secrets: string[];
  private readonly project: HostedProject;
  private readonly users: Record<HostUser, SceneRepositories>;

  private constructor(
    private readonly server: GitlabServer,
    readonly gate: HostGate,
  ) {
    const { state } = server;
    this.project = state.createProject(PROJECT);
    this.repository = `${gate.url}/${PROJECT}.git`;
    const values = Buffer.from('enabled: false\n');
    this.base = this.write('main', [
      [VALUES, values],
      [OTHER_VALUES, values],
    ]);
    const scopes = ['api'] as const;
    const bot = state.token({
      username: 'delivery',
      role: 'developer',
      scopes,
    });
    const reader = state.token({
      username: 'reader',
      role: 'reporter',
      scopes,
    });
    this.secrets = [bot, reader];
    this.users = {
      bot: this.with(bot),
      reader: this.with(reader),
      revoked: this.with('glpat-of-somebody-who-has-left'),
    };
  }

  get traces(): HostScene['traces'] {
    return this.users.bot;
  }

  get integrations(): JsonObject {
    return this.users.bot.config;
  }

  isFor(step: ProposalStep, { body, method, url }: AskedRequest): boolean {
    switch (step) {
      case 'publish':
        return method === 'POST' && url.endsWith('/git-receive-pack');
      case 'open':
        return method === 'POST' && url.endsWith('/merge_requests');
      case 'label':
        return method === 'PUT' && body.includes('add_labels');
      case 'review':
        return method === 'PUT' && body.includes('reviewer_ids');
      default:
        return step satisfies never;
    }
  }

  get repositories(): RepositoryService {
    return this.users.bot.repositories;
  }

  host(as: HostUser = 'bot', limits: Partial<HostLimits> = {}): GitHost {
    const { integrations, repositories } = this.users[as];
    return GitlabHost.create({
      config: integrations.gitlab.byHost(this.gate.host)!.config,
      repositories,
      limits: { ...HOST_LIMITS, ...limits },
    });
  }

  async branch(name: string): Promise<void> {
    this.project.git.setRef(`refs/heads/${name}`, this.base);
  }

  async commit(branch: string): Promise<string> {
    if (!this.project.git.head(`refs/heads/${branch}`)) {
      await this.branch(branch);
    }
    return this.write(branch, [['theirs', Buffer.from('theirs')]]);
  }

  async merge(number: number, how: 'merge' | 'squash'): Promise<void> {
    this.project.merge(number, how, REVIEWER);
  }

  async deleteBranch(branch: string): Promise<void> {
    this.project.git.deleteRef(`refs/heads/${branch}`);
  }

  /** GitLab renames no branch: another one becomes the default, and the old one is deleted. */
  async renameDefaultBranch(name: string): Promise<void> {
    this.project.git.renameDefaultBranch(name);
  }

  async openFromFork(branch: string): Promise<void> {
    const fork = this.server.state.fork(this.project, 'outsider');
    this.write(branch, [['theirs', Buffer.from('theirs')]], fork);
    this.project.open(
      { project: fork, branch },
      { target: 'main', title: 'Turn web on', description: null },
      'outsider',
    );
  }

  async report(
    commit: string,
    name: string,
    state: CommitCheck['state'],
  ): Promise<void> {
    this.project.report(commit, {
      name,
      status: STATES[state],
      url: `https://ci.example.com/${name}`,
    });
  }

  async requestReview(number: number): Promise<string> {
    this.project.review(number, { username: REVIEWER, state: 'unreviewed' });
    return REVIEWER;
  }

  async review(
    number: number,
    verdict: 'approved' | 'changesRequested',
  ): Promise<void> {
    const state = VERDICTS[verdict];
    this.project.review(number, { username: REVIEWER, state });
  }

  /** GitLab has a label as soon as something bears it. */
  async createLabel(): Promise<void> {}

  async labels(number: number): Promise<string[]> {
    return this.project.find(number)?.labels ?? [];
  }

  async removeLabel(number: number, name: string): Promise<void> {
    const labels = await this.labels(number);
    labels.splice(labels.indexOf(name), 1);
  }

  /** GitLab asks people for reviews, not groups. */
  readonly teams: string[] = [];

  async archive(archived: boolean): Promise<void> {
    this.project.archived = archived;
  }

  limitRate(kind: RateLimitKind): { seconds: number; lift: () => void } {
    this.server.limit = kind === 'primary' ? 'user' : 'endpoint';
    return {
      // That of an endpoint is a minute, or some, which it does not say.
      seconds: kind === 'primary' ? RATE_LIMIT_SECONDS : 60,
      lift: () => {
        this.server.limit = undefined;
      },
    };
  }

  /** @throws Error where something that was asked or answered is not as GitLab describes it */
  async stop(): Promise<void> {
    for (const { stop } of Object.values(this.users)) {
      await stop();
    }
    await this.gate.stop();
    await this.server.stop();
    if (this.server.problems.length > 0) {
      throw new Error(
        `Not as GitLab has it:\n${this.server.problems.join('\n')}`,
      );
    }
  }

  private with(token: string): SceneRepositories {
    const { host, url } = this.gate;
    return sceneRepositories({
      gitlab: [{ host, baseUrl: url, apiBaseUrl: `${url}/api/v4`, token }],
    });
  }

  /** Commits on top of a branch, as somebody's push does. */
  private write(
    branch: string,
    files: [string, Buffer][],
    { git } = this.project,
  ): string {
    return git.push(branch, {
      files: new Map(files),
      message: `Change ${branch}`,
    });
  }
}
