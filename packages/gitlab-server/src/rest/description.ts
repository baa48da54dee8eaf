import { schemas } from './schemas';

const text = { type: 'string' };
const integer = { type: 'integer' };

function oneOf(...values: string[]): object {
  return { type: 'string', enum: values };
}

function array(items: object): object {
  return { type: 'array', items };
}

function named(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: object): object {
  return { content: { 'application/json': { schema } } };
}

function answers(status: 200 | 201, schema: object): object {
  return {
    [status]: json(schema),
    ...Object.fromEntries(
      [400, 401, 403, 404, 409, 422].map(each => [each, json(named('Error'))]),
    ),
  };
}

function inPath(name: string, schema: object): object {
  return { name, in: 'path', required: true, schema };
}

function inQuery(of: Record<string, object>): object[] {
  return Object.entries(of).map(([name, schema]) => ({
    name,
    in: 'query',
    schema,
  }));
}

const paging = {
  page: { ...integer, minimum: 1 },
  per_page: { ...integer, minimum: 1, maximum: 100 },
};

/** What a merge request is given, by the one who opens or changes it. */
const writable = {
  title: { ...text, minLength: 1 },
  description: { ...text, maxLength: 1_048_576 },
  target_branch: text,
  labels: { anyOf: [text, array(text)] },
  assignee_id: integer,
  assignee_ids: array(integer),
  reviewer_ids: array(integer),
  milestone_id: integer,
  remove_source_branch: { type: 'boolean' },
  allow_collaboration: { type: 'boolean' },
  squash: { type: 'boolean' },
};

function body(
  properties: Record<string, object>,
  rules: { required?: string[]; minProperties?: number },
): object {
  return {
    required: true,
    ...json({
      type: 'object',
      properties,
      // GitLab ignores what it does not know, which we would not notice.
      additionalProperties: false,
      ...rules,
    }),
  };
}

// By its id, or by its path as one segment.
const project = inPath('id', { anyOf: [integer, { ...text, pattern: '/' }] });
const mergeRequest = inPath('merge_request_iid', integer);

/**
 * GitLab's REST API, as far as we use it, in the form of OpenAPI: written after GitLab 19's reference and its
 * `doc/api/openapi/openapi_v3.yaml`, and stricter, since that says neither which properties an answer always has nor
 * which can be null.
 */
export const description = {
  openapi: '3.0.0',
  paths: {
    '/projects/{id}': {
      get: {
        parameters: [project],
        responses: answers(200, named('Project')),
      },
    },

    '/user': {
      get: { parameters: [], responses: answers(200, named('User')) },
    },

    '/personal_access_tokens/self': {
      get: { parameters: [], responses: answers(200, named('AccessToken')) },
    },

    '/projects/{id}/merge_requests': {
      get: {
        parameters: [
          project,
          ...inQuery({
            state: oneOf('opened', 'closed', 'locked', 'merged', 'all'),
            scope: oneOf('created_by_me', 'assigned_to_me', 'all'),
            source_branch: text,
            target_branch: text,
            order_by: oneOf('created_at', 'updated_at', 'merged_at', 'title'),
            sort: oneOf('asc', 'desc'),
            ...paging,
          }),
        ],
        responses: answers(200, array(named('MergeRequest'))),
      },
      post: {
        parameters: [project],
        requestBody: body(
          { ...writable, source_branch: text, target_project_id: integer },
          { required: ['title', 'source_branch', 'target_branch'] },
        ),
        responses: answers(201, named('ExpandedMergeRequest')),
      },
    },

    '/projects/{id}/users': {
      get: {
        parameters: [project, ...inQuery({ search: text, ...paging })],
        responses: answers(200, array(named('User'))),
      },
    },

    '/projects/{id}/merge_requests/{merge_request_iid}/reviewers': {
      get: {
        parameters: [project, mergeRequest],
        responses: answers(200, array(named('Reviewer'))),
      },
    },

    '/projects/{id}/merge_requests/{merge_request_iid}': {
      get: {
        parameters: [
          project,
          mergeRequest,
          ...inQuery({
            include_diverged_commits_count: { type: 'boolean' },
            include_rebase_in_progress: { type: 'boolean' },
          }),
        ],
        responses: answers(200, named('ExpandedMergeRequest')),
      },
      put: {
        parameters: [project, mergeRequest],
        requestBody: body(
          {
            ...writable,
            state_event: oneOf('close', 'reopen'),
            add_labels: { anyOf: [text, array(text)] },
            remove_labels: { anyOf: [text, array(text)] },
            discussion_locked: { type: 'boolean' },
          },
          { minProperties: 1 },
        ),
        responses: answers(200, named('ExpandedMergeRequest')),
      },
    },

    '/projects/{id}/repository/commits/{sha}/statuses': {
      get: {
        parameters: [
          project,
          inPath('sha', text),
          ...inQuery({
            ref: text,
            stage: text,
            name: text,
            pipeline_id: integer,
            all: { type: 'boolean' },
            order_by: oneOf('id', 'pipeline_id'),
            sort: oneOf('asc', 'desc'),
            ...paging,
          }),
        ],
        responses: answers(200, array(named('CommitStatus'))),
      },
    },
  },
  components: { schemas },
};
