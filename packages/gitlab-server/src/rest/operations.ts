import { z } from 'zod/v4';
import { HostedMergeRequest } from '../state/HostedMergeRequest';
import { end, HostedProject } from '../state/HostedProject';
import { User } from '../state/User';
import {
  Addresses,
  expandedMergeRequestPayload,
  mergeRequestPayload,
  projectPayload,
  statusPayload,
  userId,
  userPayload,
} from './payloads';

export interface RestAnswer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

interface RestCall {
  user: User;
  project: HostedProject;
  addresses: Addresses;
  path: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

export interface RestOperation {
  /** Whether it takes the role Developer, and the scope `api`. */
  writes: boolean;
  answer(call: RestCall): RestAnswer;
}

export function restError(status: number, message: unknown): RestAnswer {
  return { status, body: { message } };
}

/** The body was judged by the description before. */
const openingSchema = z.object({
  title: z.string(),
  source_branch: z.string(),
  target_branch: z.string(),
  description: z.string().optional(),
});

/** Texts, each of which may name several with commas. */
const labelsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform(labels =>
    [labels]
      .flat()
      .flatMap(each => each.split(','))
      .map(each => each.trim()),
  );

const changeSchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  state_event: z.literal('close').optional(),
  add_labels: labelsSchema.optional(),
  reviewer_ids: z.array(z.number()).optional(),
});

/** Replaces them; who is no member is passed over. */
function setReviewers(
  mergeRequest: HostedMergeRequest,
  { members }: HostedProject,
  ids: number[],
): void {
  mergeRequest.reviewers = members
    .filter(username => ids.includes(userId(username)))
    .map(
      username =>
        mergeRequest.reviewers.find(each => each.username === username) ?? {
          username,
          state: 'unreviewed',
        },
    );
}

/** Those that are served, each under its name in the description. */
export const operations: Record<string, RestOperation> = {
  'GET /projects/{id}': {
    writes: false,
    answer: ({ addresses, project, user }) => ({
      status: 200,
      body: projectPayload(project, addresses, user),
    }),
  },

  'GET /projects/{id}/users': {
    writes: false,
    answer: ({ addresses, project, query }) => ({
      status: 200,
      body: project.members
        .filter(each => each.includes(query.get('search') ?? ''))
        .map(each => userPayload(each, addresses)),
    }),
  },

  'GET /projects/{id}/merge_requests': {
    writes: false,
    answer: ({ addresses, project, query }) => {
      const is = (name: string, value: string) =>
        [null, 'all', value].includes(query.get(name));
      const found = project
        .current()
        .filter(
          ({ source, state, target }) =>
            is('state', state) &&
            is('source_branch', source.branch) &&
            is('target_branch', target.branch),
        )
        .sort((a, b) =>
          query.get('order_by') === 'updated_at'
            ? b.updatedAt.localeCompare(a.updatedAt)
            : b.iid - a.iid,
        );
      const size = Number(query.get('per_page') ?? 20);
      const page = Number(query.get('page') ?? 1);
      return {
        status: 200,
        headers: { 'x-page': String(page), 'x-total': String(found.length) },
        body: found
          .slice((page - 1) * size, page * size)
          .map(each => mergeRequestPayload(each, project, addresses)),
      };
    },
  },

  'POST /projects/{id}/merge_requests': {
    writes: true,
    answer: ({ addresses, body, project, user }) => {
      const request = openingSchema.parse(body);
      const opened = project.open(
        { project, branch: request.source_branch },
        {
          target: request.target_branch,
          title: request.title,
          description: request.description ?? null,
        },
        user.username,
      );
      if ('missing' in opened) {
        return restError(400, { [opened.missing]: ['does not exist'] });
      }
      return 'existing' in opened
        ? restError(409, [
            `Another open merge request already exists for this source branch: !${opened.existing.iid}`,
          ])
        : {
            status: 201,
            body: expandedMergeRequestPayload(opened, project, addresses),
          };
    },
  },

  'GET /projects/{id}/merge_requests/{merge_request_iid}': {
    writes: false,
    answer: ({ addresses, path, project, query }) => {
      const mergeRequest = project.find(Number(path.merge_request_iid));
      return mergeRequest
        ? {
            status: 200,
            body: {
              ...expandedMergeRequestPayload(mergeRequest, project, addresses),
              ...(query.get('include_diverged_commits_count') === 'true'
                ? {
                    diverged_commits_count:
                      project.comparison(mergeRequest).behind,
                  }
                : {}),
            },
          }
        : restError(404, '404 Not found');
    },
  },

  'GET /projects/{id}/merge_requests/{merge_request_iid}/reviewers': {
    writes: false,
    answer: ({ addresses, path, project }) => {
      const mergeRequest = project.find(Number(path.merge_request_iid));
      return mergeRequest
        ? {
            status: 200,
            body: mergeRequest.reviewers.map(({ state, username }) => ({
              user: userPayload(username, addresses),
              state,
              created_at: mergeRequest.updatedAt,
            })),
          }
        : restError(404, '404 Not found');
    },
  },

  'PUT /projects/{id}/merge_requests/{merge_request_iid}': {
    writes: true,
    answer: ({ addresses, body, path, project, user }) => {
      const mergeRequest = project.find(Number(path.merge_request_iid));
      if (!mergeRequest) {
        return restError(404, '404 Not found');
      }
      const {
        add_labels: labels,
        reviewer_ids: reviewers,
        state_event: event,
        ...texts
      } = changeSchema.parse(body);
      Object.assign(mergeRequest, texts, {
        updatedAt: new Date().toISOString(),
      });
      if (labels !== undefined) {
        // One that there is not yet is made.
        mergeRequest.labels = Array.from(
          new Set([...mergeRequest.labels, ...labels]),
        );
      }
      if (reviewers) {
        setReviewers(mergeRequest, project, reviewers);
      }
      if (event === 'close' && mergeRequest.state === 'opened') {
        end(mergeRequest, 'closed', user.username);
      }
      return {
        status: 200,
        body: expandedMergeRequestPayload(mergeRequest, project, addresses),
      };
    },
  },

  'GET /projects/{id}/repository/commits/{sha}/statuses': {
    writes: false,
    answer: ({ addresses, path, project }) => {
      const { sha: commit } = path;
      if (!project.git.has(commit)) {
        return restError(404, '404 Commit Not Found');
      }
      const statuses = project.statuses.get(commit) ?? [];
      return {
        status: 200,
        body: statuses.map((status, index) =>
          statusPayload(
            status,
            { commit, id: index + 1, ref: 'main' },
            addresses,
          ),
        ),
      };
    },
  },
};
