import { NotFoundError } from '@backstage/errors';
import {
  parseVersionRange,
  ReasonContent,
  VersionRange,
} from '@progressive-delivery/engine';
import { checkRevision, isRevisionName } from './checkRevision';
import { gitUnreadable } from '../../gitUnreadable';
import { HighestTag, highestTag } from './highestTag';

const COMMIT = /^[0-9a-f]{40}$/i;

/** What a revision stands for now. */
export interface ResolvedRevision {
  commit: string;
  /** Short name of the branch; absent for a tag or a commit. */
  branch?: string;
  /** Short name of the tag, as which a range of versions counts too. */
  tag?: string;
}

/** Which refs of a remote are looked at: with these names, or all tags. */
export type RefQuery = { names: string[] } | 'HEAD' | 'tags';

/** Ids by name of the ref; under `symref NAME` the ref that NAME stands for. */
export type RemoteRefList = ReadonlyMap<string, string>;

/**
 * Finds what a revision stands for, as `targetRevision` allows (argo-cd v3.6 util/git client.go): a commit, `HEAD`, a
 * range of versions, a branch, a tag. A branch wins over a tag of the same name.
 *
 * @throws NotFoundError where there is none
 */
export async function resolveRevision(
  revision: string,
  options: { url: string; list: (query: RefQuery) => Promise<RemoteRefList> },
): Promise<ResolvedRevision> {
  if (COMMIT.test(revision)) {
    return { commit: revision.toLowerCase() };
  }
  if (revision === 'HEAD') {
    return resolveHead(options.url, await options.list('HEAD'));
  }
  const range = parseVersionRange(revision);
  if (range) {
    return resolveRange(revision, range, options);
  }
  checkRevision(revision);
  const found = await resolveName(revision, options.list);
  if (!found) {
    throw gitUnreadable(
      {
        id: 'revisionMissing',
        parameters: { repository: options.url, revision },
      },
      NotFoundError,
    );
  }
  return found;
}

/** @throws InputError for what is no revision at all, whatever the repository holds */
export function checkTargetRevision(revision: string): void {
  if (!COMMIT.test(revision) && !parseVersionRange(revision)) {
    checkRevision(revision);
  }
}

function resolveHead(url: string, refs: RemoteRefList): ResolvedRevision {
  const commit = refs.get('HEAD');
  const target = refs.get('symref HEAD');
  if (commit && target?.startsWith('refs/heads/')) {
    return { commit, branch: target.slice('refs/heads/'.length) };
  }
  throw gitUnreadable(
    { id: 'defaultBranchMissing', parameters: { repository: url } },
    NotFoundError,
  );
}

/** Where no tag is in it, a range is a name like any other: there are branches that are called `1.x`. */
async function resolveRange(
  revision: string,
  range: VersionRange,
  {
    url,
    list,
  }: { url: string; list: (query: RefQuery) => Promise<RemoteRefList> },
): Promise<ResolvedRevision> {
  const tags = commitsOfTags(await list('tags'));
  const highest = highestTag(range, tags);
  if ('tag' in highest) {
    return { commit: tags.get(highest.tag)!, tag: highest.tag };
  }
  const named = isRevisionName(revision)
    ? await resolveName(revision, list)
    : undefined;
  if (!named) {
    throw gitUnreadable(
      noTag(highest, { repository: url, revision }),
      NotFoundError,
    );
  }
  return named;
}

/** Why a range stands for no tag. */
function noTag(
  none: Exclude<HighestTag, { tag: string }>,
  range: { repository: string; revision: string },
): ReasonContent {
  if ('unreadable' in none) {
    return {
      id: 'rangeUnreadable',
      parameters: { ...range, tag: none.unreadable },
    };
  }
  return none.alike.length > 0
    ? { id: 'rangeAmbiguous', parameters: { ...range, tags: none.alike } }
    : { id: 'rangeMatchesNothing', parameters: range };
}

async function resolveName(
  revision: string,
  list: (query: RefQuery) => Promise<RemoteRefList>,
): Promise<ResolvedRevision | undefined> {
  const names = revision.startsWith('refs/')
    ? [revision]
    : [`refs/heads/${revision}`, `refs/tags/${revision}`];
  const refs = await list({ names });
  for (const name of names) {
    const commit = refs.get(`${name}^{}`) ?? refs.get(name);
    if (commit) {
      return { commit, ...shortName(name) };
    }
  }
  return undefined;
}

function shortName(ref: string): { branch?: string; tag?: string } {
  if (ref.startsWith('refs/heads/')) {
    return { branch: ref.slice('refs/heads/'.length) };
  }
  return ref.startsWith('refs/tags/')
    ? { tag: ref.slice('refs/tags/'.length) }
    : {};
}

/** An annotated tag is listed twice, the second time with what it is for. */
function commitsOfTags(refs: RemoteRefList): Map<string, string> {
  const commits = new Map<string, string>();
  for (const [name, id] of refs) {
    if (name.startsWith('refs/tags/') && !name.endsWith('^{}')) {
      const tag = name.slice('refs/tags/'.length);
      commits.set(tag, refs.get(`${name}^{}`) ?? id);
    }
  }
  return commits;
}
