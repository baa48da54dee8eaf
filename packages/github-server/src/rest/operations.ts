import { z } from 'zod/v4';
import { Account } from '../state/Account';
import { HostedRepository } from '../state/HostedRepository';
import {
  Addresses,
  labelPayload,
  listedPullRequestPayload,
  pullRequestPayload,
  repositoryPayload,
} from './payloads';

export interface RestAnswer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

interface RestCall {
  account: Account;
  repository: HostedRepository;
  addresses: Addresses;
  path: Record<string, string>;
  query: URLSearchParams;
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
  draft: z.boolean().optional(),
});

const labelsSchema = z.object({ labels: z.array(z.string()) });

const reviewersSchema = z.object({
  reviewers: z.array(z.string()).default([]),
  team_reviewers: z.array(z.string()).default([]),
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

  'GET /repos/{owner}/{repo}/pulls': {
    permission: 'metadata=read',
    answer: ({ addresses, query, repository }) => ({
      status: 200,
      body: repository
        .current()
        .filter(
          ({ base, state }) =>
            (query.get('base') ?? base.branch) === base.branch &&
            (query.get('state') === 'all' || state === 'open'),
        )
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
        .slice(0, Number(query.get('per_page') ?? 30))
        .map(each => listedPullRequestPayload(each, repository, addresses)),
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

  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': {
    permission: 'pull_requests=write',
    answer: ({ addresses, body, path, repository }) => {
      const pullRequest = repository.find(Number(path.issue_number));
      if (!pullRequest) {
        return restError(404, 'Not Found');
      }
      // One that there is not yet is made.
      const { labels } = labelsSchema.parse(body);
      pullRequest.labels = Array.from(
        new Set([...pullRequest.labels, ...labels]),
      );
      return {
        status: 200,
        body: pullRequest.labels.map(name =>
          labelPayload(name, repository, addresses),
        ),
      };
    },
  },

  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': {
    permission: 'pull_requests=write',
    answer: ({ addresses, body, path, repository }) => {
      const pullRequest = repository.find(Number(path.pull_number));
      if (!pullRequest) {
        return restError(404, 'Not Found');
      }
      const { reviewers, team_reviewers: teams } = reviewersSchema.parse(body);
      if (reviewers.includes(pullRequest.author)) {
        return restError(
          422,
          'Review cannot be requested from pull request author.',
        );
      }
      if (
        !reviewers.every(each => repository.collaborators.has(each)) ||
        !teams.every(each => repository.teams.has(each))
      ) {
        return restError(
          422,
          'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
        );
      }
      Object.assign(pullRequest, { reviewers, teams });
      return {
        status: 201,
        body: pullRequestPayload(pullRequest, repository, addresses),
      };
    },
  },
};
