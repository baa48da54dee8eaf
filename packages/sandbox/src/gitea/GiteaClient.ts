import {
  ConflictError,
  CustomErrorBase,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod/v4';
import { eventually } from '../processes/eventually';

/** Gitea answered with an error. */
class GiteaError extends CustomErrorBase {
  name = 'GiteaError' as const;
}

export interface GiteaConnection {
  /** `http://127.0.0.1:<port>` */
  url: string;
  username: string;
  password: string;
  /** An access token of that user. */
  token: string;
  /** `<owner>/<name>` */
  repository: string;
}

const pullRequestSchema = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  head: z.object({ ref: z.string() }),
});

/** An open pull request. */
export type GiteaPullRequest = z.infer<typeof pullRequestSchema>;

const fileSchema = z.object({ sha: z.string(), content: z.string() });

export interface GiteaFile {
  text: string;
  sha: string;
}

/** The few calls of Gitea's API that the sandbox makes. */
export class GiteaClient {
  static create(options: GiteaConnection): GiteaClient {
    return new GiteaClient(options);
  }

  private constructor(private readonly connection: GiteaConnection) {}

  /** Creates the repository, empty. Whoever opens a pull request's page is not signed in there, so it is public. */
  async createRepository(): Promise<void> {
    const [, name] = this.connection.repository.split('/');
    await this.request('POST', '/user/repos', {
      name,
      private: false,
      default_branch: 'main',
    });
  }

  async deleteRepository(): Promise<void> {
    await this.request('DELETE', this.repositoryPath(''));
  }

  /** Whether the repository is there and has been pushed to. */
  async isSeeded(): Promise<boolean> {
    const repository = await this.requestOrUndefined(
      'GET',
      this.repositoryPath(''),
    );
    return (
      repository !== undefined &&
      !z.object({ empty: z.boolean() }).parse(repository).empty
    );
  }

  async repositoryExists(): Promise<boolean> {
    return (
      (await this.requestOrUndefined('GET', this.repositoryPath(''))) !==
      undefined
    );
  }

  /** Makes these the repository's only webhooks. */
  async setPushWebhooks(urls: string[], secret: string): Promise<void> {
    const hooks = z
      .array(z.object({ id: z.number() }))
      .parse(await this.request('GET', this.repositoryPath('/hooks')));
    for (const { id } of hooks) {
      await this.request('DELETE', this.repositoryPath(`/hooks/${id}`));
    }
    for (const url of urls) {
      await this.request('POST', this.repositoryPath('/hooks'), {
        type: 'gitea',
        active: true,
        events: ['push'],
        config: { url, secret, content_type: 'json' },
      });
    }
  }

  async openPullRequests(): Promise<GiteaPullRequest[]> {
    return z
      .array(pullRequestSchema)
      .parse(
        await this.request('GET', this.repositoryPath('/pulls?state=open')),
      );
  }

  /** @throws {@link GiteaError} when it cannot be merged, for instance because of a conflict */
  async mergePullRequest(number: number): Promise<void> {
    // Right after a push, Gitea has yet to find out whether the pull request can be merged.
    await eventually(
      `Pull request ${number} is merged`,
      () =>
        this.request('POST', this.repositoryPath(`/pulls/${number}/merge`), {
          Do: 'merge',
          delete_branch_after_merge: true,
        }),
      { seconds: 15 },
    );
  }

  /** @throws `NotFoundError` when the branch main has no such file */
  async readFile(path: string): Promise<GiteaFile> {
    const found = await this.requestOrUndefined(
      'GET',
      this.repositoryPath(`/contents/${path}?ref=main`),
    );
    if (found === undefined) {
      throw new NotFoundError(
        `${this.connection.repository} has no file ${path} on main`,
      );
    }
    const { sha, content } = fileSchema.parse(found);
    return { sha, text: Buffer.from(content, 'base64').toString('utf8') };
  }

  /** Commits a file's new text on main and answers the commit's id. */
  async commitFile(options: {
    path: string;
    text: string;
    /** The blob that the text was made from; the commit is refused when it is not the latest. */
    sha: string;
    message: string;
  }): Promise<string> {
    const { path, text, sha, message } = options;
    const answer = await this.request(
      'PUT',
      this.repositoryPath(`/contents/${path}`),
      {
        branch: 'main',
        content: Buffer.from(text).toString('base64'),
        sha,
        message,
      },
    );
    return z.object({ commit: z.object({ sha: z.string() }) }).parse(answer)
      .commit.sha;
  }

  private repositoryPath(rest: string): string {
    return `/repos/${this.connection.repository}${rest}`;
  }

  private async requestOrUndefined(
    method: string,
    path: string,
  ): Promise<unknown> {
    try {
      return await this.request(method, path);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }

  private async request(
    method: string,
    path: string,
    body?: object,
  ): Promise<unknown> {
    const response = await fetch(`${this.connection.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `token ${this.connection.token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      const what = `Gitea answered ${response.status} to ${method} ${path}: ${text}`;
      switch (response.status) {
        case 404:
          throw new NotFoundError(what);
        case 409:
          throw new ConflictError(what);
        default:
          throw new GiteaError(what);
      }
    }
    return text === '' ? undefined : JSON.parse(text);
  }
}
