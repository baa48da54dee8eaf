import { z } from 'zod/v4';
import { Account } from '../state/Account';
import { HostedRepository } from '../state/HostedRepository';
import { Addresses, pullRequestPayload, repositoryPayload } from './payloads';

export interface RestAnswer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

export interface RestCall {
  account: Account;
  repository: HostedRepository;
  addresses: Addresses;
  path: Record<string, string>;
  body: unknown;
}

export interface RestOperation {
  /** What it takes of a GitHub App or a fine-grained token. */
  permission: 'metadata=read' | 'pull_requests=write';
  answer(call: RestCall): RestAnswer;
}

const documentation = 'https://docs.github.com/rest';

export function restError(
  status: number,
  message: string,
  headers?: Record<string, string>,
): RestAnswer {
  return {
    status,
    headers,
    body: { message, documentation_url: documentation, status: String(status) },
  };
}

function invalid(errors: object[]): RestAnswer {
  return {
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: errors.map(each => ({ resource: 'PullRequest', ...each })),
      documentation_url: documentation,
      status: '422',
    },
  };
}

/** The body was judged by GitHub's description before. */
const openingSchema = z.object({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  body: z.string().optional(),
});

const changeSchema = z.object({
  title: z.string().optional(),
  body: z.string().optional(),
  state: z.enum(['open', 'closed']).optional(),
});

/** Those that are served, each under its name in GitHub's description. */
export const operations: Record<string, RestOperation> = {
  'GET /repos/{owner}/{repo}': {
    permission: 'metadata=read',
    answer: ({ account, addresses, repository }) => ({
      status: 200,
      body: repositoryPayload(repository, addresses, account),
    }),
  },

  'POST /repos/{owner}/{repo}/pulls': {
    permission: 'pull_requests=write',
    answer: ({ account, addresses, body, repository }) => {
      const request = openingSchema.parse(body);
      const opened = repository.open(
        { repository, branch: request.head },
        { ...request, body: request.body ?? null },
        account.login,
      );
      return 'code' in opened
        ? invalid([opened])
        : {
            status: 201,
            body: pullRequestPayload(opened, repository, addresses),
          };
    },
  },

  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': {
    permission: 'pull_requests=write',
    answer: ({ account, addresses, body, path, repository }) => {
      const pullRequest = repository.find(Number(path.pull_number));
      if (!pullRequest) {
        return restError(404, 'Not Found');
      }
      const { state, ...texts } = changeSchema.parse(body);
      const now = new Date().toISOString();
      Object.assign(pullRequest, texts, { updatedAt: now });
      if (state === 'closed' && pullRequest.state === 'open') {
        Object.assign(pullRequest, {
          state,
          endedAt: now,
          endedBy: account.login,
        });
      }
      return {
        status: 200,
        body: pullRequestPayload(pullRequest, repository, addresses),
      };
    },
  },
};
