import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
} from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import {
  Account,
  DescriptionName,
  GithubServer,
  HostedRepository,
  RATE_LIMIT_SECONDS,
} from '@progressive-delivery/github-server';
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
import { GithubHost } from '../GithubHost';

const USERS: HostUser[] = ['bot', 'reader', 'revoked'];
/** How the paths end that do it. */
const STEPS: Record<Exclude<ProposalStep, 'publish'>, string> = {
  open: '/pulls',
  label: '/labels',
  review: '/requested_reviewers',
};
const STATES = {
  pending: 'PENDING',
  passed: 'SUCCESS',
  failed: 'FAILURE',
} as const;
const VERDICTS = {
  approved: 'APPROVED',
  changesRequested: 'CHANGES_REQUESTED',
} as const;
const REVIEWER = 'reviewer';

interface User extends SceneRepositories {
  credentials: GithubCredentialsProvider;
}

/** A repository at the test server for GitHub, used with tokens or as GitHub Apps. */
export class GithubScene implements HostScene {
  static async start(options: {
    description: DescriptionName;
    as: 'token' | 'app';
  }): Promise<GithubScene> {
    const server = await GithubServer.start(options.description);
    const gate = await HostGate.start(server.url);
    const scene = new GithubScene(server, gate);
    await scene.admit(options.as);
    return scene;
  }

  readonly base: string;
  readonly repository: string;
  readonly secrets: string[] = [];
  private readonly hosted: HostedRepository;
  private readonly users = new Map<HostUser, User>();

  private constructor(
    private readonly server: GithubServer,
    readonly gate: HostGate,
  ) {
    this.hosted = server.state.createRepository('platform', 'gitops');
    this.repository = `${gate.url}/platform/gitops.git`;
    const values = Buffer.from('enabled: false\n');
    this.base = this.write('main', [
      [VALUES, values],
      [OTHER_VALUES, values],
    ]);
  }

  get traces(): HostScene['traces'] {
    return this.user('bot');
  }

  get repositories(): RepositoryService {
    return this.user('bot').repositories;
  }

  host(as: HostUser = 'bot', limits: Partial<HostLimits> = {}): GitHost {
    const { credentials, integrations, repositories } = this.user(as);
    return GithubHost.create({
      config: integrations.github.byHost(this.gate.host)!.config,
      credentials,
      repositories,
      limits: { ...HOST_LIMITS, ...limits },
    });
  }

  get integrations(): JsonObject {
    return this.user('bot').config;
  }

  isFor(step: ProposalStep, { body, method, url }: AskedRequest): boolean {
    return (
      method === 'POST' &&
      (step === 'publish'
        ? body.includes('createCommitOnBranch')
        : url.endsWith(STEPS[step]))
    );
  }

  async branch(name: string): Promise<void> {
    this.hosted.git.setRef(`refs/heads/${name}`, this.base);
  }

  async commit(branch: string): Promise<string> {
    if (!this.hosted.git.head(`refs/heads/${branch}`)) {
      await this.branch(branch);
    }
    return this.write(branch, [['theirs', Buffer.from('theirs')]]);
  }

  async merge(number: number, how: 'merge' | 'squash'): Promise<void> {
    this.hosted.merge(number, how, REVIEWER);
  }

  async deleteBranch(branch: string): Promise<void> {
    this.hosted.git.deleteRef(`refs/heads/${branch}`);
  }

  async renameDefaultBranch(name: string): Promise<void> {
    this.hosted.renameDefaultBranch(name);
  }

  async openFromFork(branch: string): Promise<void> {
    const { state } = this.server;
    const fork = state.fork(this.hosted, 'outsider');
    this.write(branch, [['theirs', Buffer.from('theirs')]], fork);
    this.hosted.open(
      { repository: fork, branch },
      { base: 'main', title: 'Turn web on', body: null },
      'outsider',
    );
  }

  async report(
    commit: string,
    name: string,
    state: CommitCheck['state'],
  ): Promise<void> {
    this.hosted.report(commit, {
      context: name,
      state: STATES[state],
      url: `https://ci.example.com/${name}`,
    });
  }

  async requestReview(number: number): Promise<string> {
    this.hosted.requestReview(number, REVIEWER);
    return REVIEWER;
  }

  async review(
    number: number,
    verdict: 'approved' | 'changesRequested',
  ): Promise<void> {
    this.hosted.review(number, { by: REVIEWER, state: VERDICTS[verdict] });
  }

  /** GitHub has a label as soon as something bears it. */
  async createLabel(): Promise<void> {}

  async labels(number: number): Promise<string[]> {
    return this.hosted.find(number)?.labels ?? [];
  }

  async removeLabel(number: number, name: string): Promise<void> {
    const labels = await this.labels(number);
    labels.splice(labels.indexOf(name), 1);
  }

  readonly teams = ['platform/delivery'];

  async archive(archived: boolean): Promise<void> {
    this.hosted.archived = archived;
  }

  limitRate(kind: RateLimitKind): { seconds: number; lift: () => void } {
    this.server.limit = kind;
    // Where GitHub does not say how long, it asks for at least a minute.
    const seconds =
      kind === 'secondary, silent' ? 60 : RATE_LIMIT_SECONDS[kind];
    const lift = () => {
      this.server.limit = undefined;
    };
    return { seconds, lift };
  }

  /** @throws Error where something that was asked or answered is not as GitHub publishes it */
  async stop(): Promise<void> {
    for (const { stop } of this.users.values()) {
      await stop();
    }
    await this.gate.stop();
    await this.server.stop();
    if (this.server.problems.length > 0) {
      throw new Error(
        `Not as GitHub has it:\n${this.server.problems.join('\n')}`,
      );
    }
  }

  private async admit(as: 'token' | 'app'): Promise<void> {
    const { host, url } = this.gate;
    for (const user of USERS) {
      const may = user === 'reader' ? 'read' : 'write';
      const opened = sceneRepositories({
        github: [
          {
            host,
            apiBaseUrl: `${url}${this.server.apiPath}`,
            ...(as === 'app'
              ? { apps: [this.app(may, user === 'revoked')] }
              : { token: this.token(may, user === 'revoked') }),
          },
        ],
      });
      const credentials = DefaultGithubCredentialsProvider.fromIntegrations(
        opened.integrations,
      );
      this.users.set(user, { ...opened, credentials });
    }
    for (const user of ['bot', 'reader'] as const) {
      const { token } = await this.user(user).credentials.getCredentials({
        url: this.repository,
      });
      this.secrets.push(token ?? '');
    }
  }

  private token(may: Account['may'], revoked: boolean): string {
    return revoked
      ? 'ghp_of-somebody-who-has-left'
      : this.server.state.token({ login: 'delivery', type: 'User', may });
  }

  private app(may: Account['may'], revoked: boolean): JsonObject {
    const { state } = this.server;
    const app = state.installApp(may);
    if (revoked) {
      state.apps.splice(state.apps.indexOf(app), 1);
    }
    return {
      appId: app.id,
      privateKey: app.key.privateKey,
      clientId: 'client',
      clientSecret: 'client-secret',
      webhookSecret: 'webhook-secret',
    };
  }

  private user(name: HostUser): User {
    return this.users.get(name)!;
  }

  /** Commits on top of a branch, as somebody's push does. */
  private write(
    branch: string,
    files: [string, Buffer][],
    { git } = this.hosted,
  ): string {
    return git.push(branch, {
      files: new Map(files),
      message: `Change ${branch}`,
    });
  }
}
