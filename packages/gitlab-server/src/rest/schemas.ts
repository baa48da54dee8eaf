type Schema = Record<string, unknown>;

const text = { type: 'string' };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const time = { type: 'string', format: 'date-time' };
const url = { type: 'string', format: 'uri' };
const commit = { type: 'string', pattern: '^[0-9a-f]{40}$' };
const user = { $ref: '#/components/schemas/User' };

function orNull(schema: Schema): Schema {
  return 'type' in schema
    ? { ...schema, nullable: true }
    : { anyOf: [schema, { enum: [null] }] };
}

function array(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object that always has all of these. */
function having(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, required: Object.keys(properties) };
}

const access = orNull(
  having({
    access_level: { ...integer, enum: [0, 5, 10, 15, 20, 25, 30, 40, 50, 60] },
    notification_level: orNull(integer),
  }),
);

const mergeRequest = {
  id: integer,
  iid: { ...integer, minimum: 1 },
  project_id: integer,
  title: text,
  description: orNull(text),
  state: { ...text, enum: ['opened', 'closed', 'locked', 'merged'] },
  created_at: time,
  updated_at: time,
  merged_by: orNull(user),
  merge_user: orNull(user),
  merged_at: orNull(time),
  closed_by: orNull(user),
  closed_at: orNull(time),
  source_branch: text,
  target_branch: text,
  // `null` where the fork is gone.
  source_project_id: orNull(integer),
  target_project_id: integer,
  author: { allOf: [user, having({ bot: boolean })] },
  assignee: orNull(user),
  assignees: array(user),
  reviewers: array(user),
  labels: array(text),
  draft: boolean,
  merge_status: {
    ...text,
    enum: [
      'unchecked',
      'checking',
      'can_be_merged',
      'cannot_be_merged',
      'cannot_be_merged_recheck',
    ],
  },
  detailed_merge_status: text,
  // `null` where the branch was never there.
  sha: orNull(commit),
  merge_commit_sha: orNull(commit),
  squash_commit_sha: orNull(commit),
  references: having({ short: text, relative: text, full: text }),
  web_url: url,
  has_conflicts: boolean,
  blocking_discussions_resolved: boolean,
};

/** What GitLab's REST API answers with, by the names that the description uses. */
export const schemas: Record<string, Schema> = {
  // Texts, lists of texts, or lists by the field that they are about; and errors of OAuth.
  Error: {
    anyOf: [
      {
        type: 'object',
        required: ['message'],
        properties: {
          message: {
            anyOf: [
              text,
              array(text),
              { type: 'object', additionalProperties: array(text) },
            ],
          },
        },
      },
      {
        type: 'object',
        required: ['error'],
        properties: { error: text, error_description: text, scope: text },
      },
    ],
  },

  User: having({
    id: integer,
    username: text,
    name: text,
    public_email: orNull(text),
    state: {
      ...text,
      enum: [
        'active',
        'blocked',
        'ldap_blocked',
        'blocked_pending_approval',
        'banned',
        'deactivated',
      ],
    },
    locked: boolean,
    avatar_url: orNull(url),
    web_url: url,
  }),

  AccessToken: having({
    id: integer,
    name: text,
    revoked: { type: 'boolean' },
    active: { type: 'boolean' },
    user_id: integer,
    scopes: { type: 'array', items: text },
    created_at: text,
    expires_at: orNull(text),
  }),

  Project: having({
    id: integer,
    name: text,
    path: text,
    path_with_namespace: text,
    default_branch: orNull(text),
    web_url: url,
    http_url_to_repo: url,
    archived: boolean,
    visibility: { ...text, enum: ['private', 'internal', 'public'] },
    merge_requests_access_level: {
      ...text,
      enum: ['disabled', 'private', 'enabled'],
    },
    permissions: having({ project_access: access, group_access: access }),
  }),

  MergeRequest: having(mergeRequest),

  ExpandedMergeRequest: having({
    ...mergeRequest,
    subscribed: boolean,
    changes_count: orNull(text),
    diff_refs: orNull(
      having({ base_sha: commit, head_sha: commit, start_sha: commit }),
    ),
    merge_error: orNull(text),
    user: having({ can_merge: boolean }),
  }),

  Reviewer: having({
    user,
    state: {
      ...text,
      enum: [
        'unreviewed',
        'review_started',
        'reviewed',
        'requested_changes',
        'approved',
        'unapproved',
      ],
    },
    created_at: time,
  }),

  CommitStatus: having({
    id: integer,
    sha: commit,
    ref: orNull(text),
    status: {
      ...text,
      enum: [
        'created',
        'waiting_for_resource',
        'preparing',
        'waiting_for_callback',
        'pending',
        'running',
        'success',
        'failed',
        'canceling',
        'canceled',
        'skipped',
        'manual',
        'scheduled',
      ],
    },
    name: text,
    target_url: orNull(text),
    created_at: time,
    allow_failure: boolean,
    pipeline_id: integer,
    author: orNull(user),
  }),
};
