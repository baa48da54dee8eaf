import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  GithubServer,
  HostedRepository,
} from '@progressive-delivery/github-server';
import { readFolder, type Sandbox } from '@progressive-delivery/sandbox';
import { folders } from '../scene/folders';

const EXAMPLE = join(folders.repository, 'examples/gitops');

/** The test server for GitHub, with the examples, as what production is delivered from. */
export class GithubDelivery {
  static async start(): Promise<GithubDelivery> {
    const server = await GithubServer.start('api.github.com');
    const delivery = new GithubDelivery(server);
    delivery.commit('Begin with the examples', await readFolder(EXAMPLE));
    return delivery;
  }

  readonly repository: HostedRepository;
  private readonly token: string;

  private constructor(private readonly server: GithubServer) {
    this.repository = server.state.createRepository('platform', 'gitops');
    this.token = server.state.token({
      login: 'delivery',
      type: 'User',
      may: 'write',
    });
  }

  get url(): string {
    return this.server.url;
  }

  pullRequest(
    number: number,
  ): NonNullable<ReturnType<HostedRepository['find']>> {
    const found = this.repository.find(number);
    if (!found) {
      throw new Error(`There is no pull request ${number}`);
    }
    return found;
  }

  /** Paths of the files that a pull request changes. */
  changedFiles(number: number): string[] {
    const { base, head } = this.pullRequest(number);
    return this.repository.git.changedFiles(base.commit, head.commit);
  }

  /** What was asked or answered and is not as GitHub has it. */
  get problems(): string[] {
    return this.server.problems;
  }

  /** Lets Argo CD deliver production from there, and Backstage open pull requests there. */
  async connect(directory: string, sandbox: Sandbox): Promise<string> {
    const url = `${this.server.url}/platform/gitops.git`;
    await sandbox.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'repository-github',
        namespace: 'argocd',
        labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      },
      stringData: {
        type: 'git',
        url,
        username: 'x-access-token',
        password: this.token,
        forceHttpBasicAuth: 'true',
      },
    });
    await sandbox.kubectl([
      ...['patch', 'applications.argoproj.io', 'agents'],
      ...['--namespace', 'argocd', '--type', 'merge'],
      ...['--patch', JSON.stringify({ spec: { source: { repoURL: url } } })],
    ]);
    const file = join(directory, 'app-config.github.yaml');
    // JSON is YAML.
    await writeFile(
      file,
      JSON.stringify({
        integrations: {
          github: [
            {
              host: new URL(url).host,
              apiBaseUrl: this.server.url,
              token: this.token,
            },
          ],
        },
        progressiveDelivery: {
          argocd: [
            {
              name: 'sandbox',
              cluster: 'sandbox',
              namespace: 'argocd',
              repositories: [`${this.server.url}/*`, `${sandbox.gitea.url}/*`],
            },
          ],
        },
      }),
    );
    return file;
  }

  /** Commits to main, as somebody's push does. */
  commit(message: string, files: Map<string, Buffer>): string {
    return this.repository.git.push('main', { files, message });
  }

  /** Closes a pull request without merging it, as the button of the page does. */
  async close(number: number): Promise<void> {
    const response = await fetch(
      `${this.server.url}/repos/platform/gitops/pulls/${number}`,
      {
        method: 'PATCH',
        body: JSON.stringify({ state: 'closed' }),
        headers: { authorization: `token ${this.token}` },
      },
    );
    if (!response.ok) {
      throw new Error(`Pull request ${number} was not closed`);
    }
  }

  /** GitHub would tell Argo CD by a webhook, which its test server has none of. */
  async announce(sandbox: Sandbox): Promise<void> {
    await sandbox.kubectl([
      ...['annotate', 'applications.argoproj.io', 'agents', '--overwrite'],
      ...['--namespace', 'argocd', 'argocd.argoproj.io/refresh=normal'],
    ]);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}
