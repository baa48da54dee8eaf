import {
  CommitStatusSchema,
  ExpandedMergeRequestSchema,
  MergeRequestSchemaWithBasicLabels,
} from '@gitbeaker/rest';
import { CommitStatus } from '../state/CommitStatus';
import { HostedMergeRequest } from '../state/HostedMergeRequest';
import { HostedProject } from '../state/HostedProject';
import { ROLES, User } from '../state/User';

/** Where the server's pages begin, without trailing slash. */
export interface Addresses {
  pages: string;
}

type UserPayload = MergeRequestSchemaWithBasicLabels['author'];

export function userId(username: string): number {
  return Array.from(username).reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_000,
    7,
  );
}

export function userPayload(
  username: string,
  { pages }: Addresses,
): UserPayload {
  const id = userId(username);
  return {
    id,
    username,
    name: username,
    public_email: null,
    state: 'active',
    locked: false,
    avatar_url: `${pages}/uploads/-/system/user/avatar/${id}/avatar.png`,
    web_url: `${pages}/${encodeURIComponent(username)}`,
  };
}

/** As the client that most people use has it (`@gitbeaker/rest`), so far as we serve it. */
export function projectPayload(
  project: HostedProject,
  { pages }: Addresses,
  user: User,
): Record<string, unknown> {
  const { archived, createdAt, id, path } = project;
  const segments = path.split('/');
  const page = `${pages}/${path}`;
  const namespace = segments.slice(0, -1).join('/');
  return {
    id,
    name: segments.at(-1),
    path: segments.at(-1),
    name_with_namespace: segments.join(' / '),
    path_with_namespace: path,
    description: null,
    default_branch: project.git.defaultBranch,
    created_at: createdAt,
    last_activity_at: createdAt,
    web_url: page,
    http_url_to_repo: `${page}.git`,
    ssh_url_to_repo: `git@${new URL(pages).hostname}:${path}.git`,
    readme_url: null,
    avatar_url: null,
    topics: [],
    forks_count: 0,
    star_count: 0,
    namespace: {
      id,
      name: segments.at(-2),
      path: segments.at(-2),
      kind: 'group',
      full_path: namespace,
      parent_id: null,
      avatar_url: null,
      web_url: `${pages}/groups/${namespace}`,
    },
    archived,
    visibility: 'private',
    empty_repo: false,
    merge_requests_enabled: true,
    merge_requests_access_level: 'enabled',
    repository_access_level: 'enabled',
    merge_method: 'merge',
    squash_option: 'default_off',
    remove_source_branch_after_merge: true,
    // Members of the group are members of its projects.
    permissions: {
      project_access: null,
      group_access: { access_level: ROLES[user.role], notification_level: 3 },
    },
  };
}

/** As lists have it (`API::Entities::MergeRequestBasic`). */
export function mergeRequestPayload(
  mergeRequest: HostedMergeRequest,
  project: HostedProject,
  addresses: Addresses,
): MergeRequestSchemaWithBasicLabels {
  const { ended, iid, merged, source, state, target } = mergeRequest;
  const draft = /^(draft:|\[draft\]|\(draft\))/i.test(mergeRequest.title);
  const by = ended ? userPayload(ended.by, addresses) : null;
  const reference = `!${iid}`;
  return {
    id: project.id * 1000 + iid,
    iid,
    project_id: project.id,
    title: mergeRequest.title,
    description: mergeRequest.description,
    state,
    created_at: mergeRequest.createdAt,
    updated_at: mergeRequest.updatedAt,
    merged_by: merged ? by : null,
    merge_user: merged ? by : null,
    merged_at: (merged && ended?.at) ?? null,
    closed_by: state === 'closed' ? by : null,
    closed_at: state === 'closed' && ended ? ended.at : null,
    source_branch: source.branch,
    target_branch: target.branch,
    source_project_id: source.project.id,
    target_project_id: project.id,
    user_notes_count: 0,
    upvotes: 0,
    downvotes: 0,
    author: { ...userPayload(mergeRequest.author, addresses), bot: false },
    assignee: null,
    assignees: [],
    reviewers: mergeRequest.reviewers.map(({ username }) =>
      userPayload(username, addresses),
    ),
    labels: Array.from(mergeRequest.labels).sort(),
    draft,
    work_in_progress: draft,
    milestone: null,
    merge_when_pipeline_succeeds: false,
    // Lists do not look for conflicts anew.
    merge_status: 'unchecked',
    detailed_merge_status: state === 'opened' ? 'mergeable' : 'not_open',
    sha: source.commit,
    merge_commit_sha: merged?.commit ?? null,
    squash_commit_sha: merged?.how === 'squash' ? merged.commit : null,
    discussion_locked: null,
    should_remove_source_branch: null,
    force_remove_source_branch: false,
    reference,
    references: {
      short: reference,
      relative: reference,
      full: `${project.path}${reference}`,
    },
    web_url: `${addresses.pages}/${project.path}/-/merge_requests/${iid}`,
    time_stats: {
      time_estimate: 0,
      total_time_spent: 0,
      human_time_estimate: null,
      human_total_time_spent: null,
    },
    squash: merged?.how === 'squash',
    squash_on_merge: merged?.how === 'squash',
    task_completion_status: { count: 0, completed_count: 0 },
    prepared_at: mergeRequest.createdAt,
    has_conflicts: false,
    blocking_discussions_resolved: true,
    approvals_before_merge: null,
    imported: false,
    imported_from: 'none',
  };
}

/** As the answer to one that was opened or changed has it (`API::Entities::MergeRequest`). */
export function expandedMergeRequestPayload(
  mergeRequest: HostedMergeRequest,
  project: HostedProject,
  addresses: Addresses,
): ExpandedMergeRequestSchema {
  const { source, target } = mergeRequest;
  const { conflicts } = project.comparison(mergeRequest);
  return {
    ...mergeRequestPayload(mergeRequest, project, addresses),
    merge_status: conflicts ? 'cannot_be_merged' : 'can_be_merged',
    has_conflicts: conflicts,
    subscribed: true,
    changes_count: '1',
    latest_build_started_at: null,
    latest_build_finished_at: null,
    first_deployed_to_production_at: null,
    pipeline: null,
    head_pipeline: null,
    diff_refs: {
      base_sha: target.commit,
      head_sha: source.commit,
      start_sha: target.commit,
    },
    merge_error: null,
    first_contribution: false,
    user: { can_merge: true },
  };
}

export function statusPayload(
  { allowFailure = false, name, status, url }: CommitStatus,
  { commit, id, ref }: { commit: string; id: number; ref: string },
  addresses: Addresses,
): Omit<CommitStatusSchema, 'target_url'> {
  const now = new Date().toISOString();
  return {
    id,
    sha: commit,
    ref,
    status,
    name,
    target_url: url,
    created_at: now,
    allow_failure: allowFailure,
    pipeline_id: 1,
    author: userPayload('ci', addresses),
  };
}
