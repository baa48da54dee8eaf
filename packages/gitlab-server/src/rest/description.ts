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

/** What a request about a project may be refused with, whatever it asks. */
const REFUSALS = [400, 401, 403, 404];

function answers(
  status: 200 | 201,
  schema: object,
  refusals = REFUSALS,
): object {
  return {
    [status]: json(schema),
    ...Object.fromEntries(refusals.map(each => [each, json(named('Error'))])),
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

/** What a merge request says, by the one who opens or changes it. */
const texts = {
  title: { ...text, minLength: 1 },
  description: { ...text, maxLength: 1_048_576 },
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
      // GitLab ignores what it does not know, and the server what it does not serve.
      additionalProperties: false,
      ...rules,
    }),
  };
}

// By its id, or by its path as one segment.
const project = inPath('id', { anyOf: [integer, { ...text, pattern: '/' }] });
const mergeRequest = inPath('merge_request_iid', integer);

/**
 * GitLab's REST API, as far as we use it, in the form of OpenAPI: compared with the `doc/api/openapi/openapi_v3.yaml` of
 * GitLab 19.5, and stricter, since that says neither which properties an answer always has nor which can be null.
 * Parameters and values that the server does not serve are left out. The README has what else differs.
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
      get: {
        parameters: [],
        responses: answers(200, named('User'), [401, 403]),
      },
    },

    '/personal_access_tokens/self': {
      get: {
        parameters: [],
        // 400 of a token that is none of a user, a group or a project.
        responses: answers(200, named('AccessToken'), [400, 401, 404]),
      },
    },

    '/projects/{id}/merge_requests': {
      get: {
        parameters: [
          project,
          ...inQuery({
            state: oneOf('opened', 'closed', 'locked', 'merged', 'all'),
            scope: oneOf('all'),
            source_branch: text,
            target_branch: text,
            order_by: oneOf('created_at', 'updated_at'),
            sort: oneOf('desc'),
            ...paging,
          }),
        ],
        responses: answers(200, array(named('MergeRequest')), [
          ...REFUSALS,
          422,
        ]),
      },
      post: {
        parameters: [project],
        requestBody: body(
          { ...texts, source_branch: text, target_branch: text },
          { required: ['title', 'source_branch', 'target_branch'] },
        ),
        responses: answers(201, named('ExpandedMergeRequest'), [
          ...REFUSALS,
          409,
          422,
        ]),
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
        parameters: [project, mergeRequest, ...inQuery(paging)],
        responses: answers(200, array(named('Reviewer'))),
      },
    },

    '/projects/{id}/merge_requests/{merge_request_iid}': {
      get: {
        parameters: [
          project,
          mergeRequest,
          ...inQuery({ include_diverged_commits_count: { type: 'boolean' } }),
        ],
        responses: answers(200, named('ExpandedMergeRequest')),
      },
      put: {
        parameters: [project, mergeRequest],
        requestBody: body(
          {
            ...texts,
            state_event: oneOf('close'),
            // As a list by the OpenAPI document, with commas as well by the reference.
            add_labels: { anyOf: [text, array(text)] },
            reviewer_ids: array(integer),
          },
          { minProperties: 1 },
        ),
        responses: answers(200, named('ExpandedMergeRequest'), [
          ...REFUSALS,
          409,
          422,
        ]),
      },
    },

    '/projects/{id}/repository/commits/{sha}/statuses': {
      get: {
        parameters: [
          project,
          inPath('sha', text),
          ...inQuery({ all: { type: 'boolean', enum: [false] }, ...paging }),
        ],
        responses: answers(200, array(named('CommitStatus'))),
      },
    },
  },
  components: { schemas },
};
