import { Account } from '../state/Account';
import { HostedPullRequest } from '../state/HostedPullRequest';
import { HostedRepository } from '../state/HostedRepository';

/** URLs of the server's pages and of its API, without trailing slashes. */
export interface Addresses {
  pages: string;
  api: string;
}

function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}${id}`).toString('base64url');
}

export function repositoryNodeId(repository: HostedRepository): string {
  return `R_${nodeId('Repository', repository.id)}`;
}

function idOf(name: string): number {
  return Array.from(name).reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_000,
    7,
  );
}

export function userPayload(
  login: string,
  { api, pages }: Addresses,
): Record<string, unknown> {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  const id = idOf(login);
  return {
    login,
    id,
    node_id: `U_${nodeId('User', id)}`,
    avatar_url: `${pages}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `${pages}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

/** Links of a repository, by the end of their names. */
const REPOSITORY_URLS = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}',
};

export function repositoryPayload(
  repository: HostedRepository,
  addresses: Addresses,
  account?: Account,
): Record<string, unknown> {
  const { archived, createdAt, id, name, nameWithOwner, owner, parent } =
    repository;
  const url = `${addresses.api}/repos/${nameWithOwner}`;
  const page = `${addresses.pages}/${nameWithOwner}`;
  const host = new URL(addresses.pages).hostname;
  const open = repository
    .current()
    .filter(({ state }) => state === 'open').length;
  return {
    id,
    node_id: repositoryNodeId(repository),
    name,
    full_name: nameWithOwner,
    private: false,
    owner: userPayload(owner, addresses),
    html_url: page,
    description: null,
    fork: parent !== undefined,
    url,
    ...Object.fromEntries(
      Object.entries(REPOSITORY_URLS).map(([link, rest]) => [
        `${link}_url`,
        `${url}${rest}`,
      ]),
    ),
    git_url: `git://${host}/${nameWithOwner}.git`,
    ssh_url: `git@${host}:${nameWithOwner}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repository.git.defaultBranch,
    archived,
    disabled: false,
    visibility: 'public',
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: open,
    open_issues_count: open,
    size: 1,
    pushed_at: createdAt,
    created_at: createdAt,
    updated_at: createdAt,
    ...(account && {
      network_count: 0,
      subscribers_count: 0,
      permissions: {
        admin: false,
        maintain: false,
        push: account.may === 'write' && account.type === 'User',
        triage: account.type === 'User',
        pull: true,
      },
    }),
  };
}

export function labelPayload(
  name: string,
  repository: HostedRepository,
  { api }: Addresses,
): Record<string, unknown> {
  return {
    id: idOf(name),
    node_id: nodeId('Label', name),
    url: `${api}/repos/${repository.nameWithOwner}/labels/${encodeURIComponent(
      name,
    )}`,
    name,
    // GitHub's description allows none in some answers, and null in others.
    description: '',
    color: 'ededed',
    default: false,
  };
}

function teamPayload(
  slug: string,
  { owner }: HostedRepository,
  { api, pages }: Addresses,
): Record<string, unknown> {
  const url = `${api}/organizations/1/team/${idOf(slug)}`;
  return {
    id: idOf(slug),
    node_id: nodeId('Team', slug),
    url,
    html_url: `${pages}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'push',
    type: 'organization',
    organization_id: 1,
    parent: null,
  };
}

export function pullRequestPayload(
  pullRequest: HostedPullRequest,
  repository: HostedRepository,
  addresses: Addresses,
): Record<string, unknown> {
  const { author, base, head, merged, number, state } = pullRequest;
  const api = `${addresses.api}/repos/${repository.nameWithOwner}`;
  const url = `${api}/pulls/${number}`;
  const issue = `${api}/issues/${number}`;
  const page = `${addresses.pages}/${repository.nameWithOwner}/pull/${number}`;
  const links = {
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${head.commit}`,
  };
  const end = (
    of: HostedRepository,
    { branch, commit }: { branch: string; commit: string },
  ) => ({
    label: `${of.owner}:${branch}`,
    ref: branch,
    sha: commit,
    user: userPayload(of.owner, addresses),
    repo: repositoryPayload(of, addresses),
  });
  return {
    url,
    id: repository.id * 1000 + number,
    node_id: `PR_${nodeId('PullRequest', `${repository.id}/${number}`)}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    number,
    state: state === 'open' ? 'open' : 'closed',
    locked: false,
    title: pullRequest.title,
    user: userPayload(author, addresses),
    body: pullRequest.body,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.endedAt ?? null,
    merged_at: (merged && pullRequest.endedAt) ?? null,
    merge_commit_sha: merged?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: pullRequest.reviewers.map(login =>
      userPayload(login, addresses),
    ),
    requested_teams: pullRequest.teams.map(slug =>
      teamPayload(slug, repository, addresses),
    ),
    labels: pullRequest.labels.map(name =>
      labelPayload(name, repository, addresses),
    ),
    milestone: null,
    draft: pullRequest.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    head: end(head.repository, head),
    base: end(repository, base),
    _links: Object.fromEntries(
      Object.entries(links).map(([name, href]) => [name, { href }]),
    ),
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    active_lock_reason: null,
    merged: merged !== undefined,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: merged ? userPayload(merged.by, addresses) : null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: 1,
  };
}

/** The same as it is listed, which says less. */
export function listedPullRequestPayload(
  ...of: Parameters<typeof pullRequestPayload>
): Record<string, unknown> {
  const {
    additions,
    changed_files,
    comments,
    commits,
    deletions,
    maintainer_can_modify,
    mergeable,
    mergeable_state,
    merged,
    merged_by,
    rebaseable,
    review_comments,
    ...listed
  } = pullRequestPayload(...of);
  return listed;
}
