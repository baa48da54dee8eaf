import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand, type Sandbox } from '@progressive-delivery/sandbox';
import { examples } from '../examples';

/** A repository of a test's own on the sandbox's Gitea, with the example chart and one values file. */
export class OwnRepository {
  static async create(options: {
    sandbox: Sandbox;
    name: string;
    values: object;
  }): Promise<OwnRepository> {
    const { sandbox, name, values } = options;
    const checkout = await mkdtemp(join(tmpdir(), 'own-repository-'));
    const repository = new OwnRepository(sandbox, name, checkout);
    await repository.request('POST', '/user/repos', { name, private: true });
    const chart = join(checkout, 'charts/agents');
    mkdirSync(dirname(chart), { recursive: true });
    cpSync(examples.chart, chart, { recursive: true });
    await repository.git('init', '--quiet', '--initial-branch=main');
    await repository.push(values, 'Begin');
    return repository;
  }

  readonly url: string;

  private constructor(
    private readonly sandbox: Sandbox,
    private readonly name: string,
    private readonly checkout: string,
  ) {
    this.url = `${sandbox.gitea.url}/${sandbox.gitea.username}/${name}.git`;
  }

  /** Commits `values.yaml` anew and pushes it; answers the commit. */
  async push(values: object, message: string): Promise<string> {
    await writeFile(
      join(this.checkout, 'values.yaml'),
      JSON.stringify(values, undefined, 2),
    );
    await this.git('add', '--all', '--force');
    await this.git('commit', '--quiet', '--message', message);
    await this.git('push', '--quiet', this.url, 'main');
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  async remove(): Promise<void> {
    await rm(this.checkout, { recursive: true });
    await this.request(
      'DELETE',
      `/repos/${this.sandbox.gitea.username}/${this.name}`,
    );
  }

  private async git(...args: string[]): Promise<string> {
    const { gitea } = this.sandbox;
    const credentials = Buffer.from(`${gitea.username}:${gitea.token}`);
    return runCommand('git', {
      args,
      cwd: this.checkout,
      env: {
        PATH: process.env.PATH,
        HOME: this.checkout,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${gitea.url}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials.toString(
          'base64',
        )}`,
        GIT_AUTHOR_NAME: 'Chart tests',
        GIT_AUTHOR_EMAIL: 'chart-tests@example.com',
        GIT_COMMITTER_NAME: 'Chart tests',
        GIT_COMMITTER_EMAIL: 'chart-tests@example.com',
      },
    });
  }

  private async request(method: string, path: string, body?: object) {
    const { gitea } = this.sandbox;
    const response = await fetch(`${gitea.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `token ${gitea.token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(
        `Gitea answered ${
          response.status
        } to ${method} ${path}: ${await response.text()}`,
      );
    }
  }
}
