import { z } from 'zod/v4';
import { RepositoryService } from '../../../git/RepositoryService';
import { unavailable } from '../askHost';
import { gitFailure } from '../gitFailure';
import { GitHost } from '../GitHost';
import { HostResult } from '../HostResult';
import { GithubApi } from './GithubApi';
import { PUBLISH, REPOSITORY_ID, UPDATE_REFS } from './queries';

/** Object id that stands for no object: a branch that must not exist, or is to be deleted. */
const NONE = '0'.repeat(40);

const repositorySchema = z.object({ repository: z.object({ id: z.string() }) });

const publishedSchema = z.object({
  begin: z.object({}).nullish(),
  commit: z
    .object({
      commit: z.object({
        oid: z.string(),
        tree: z.object({ oid: z.string() }),
      }),
    })
    .nullable(),
});

const updatedSchema = z.object({ updateRefs: z.object({}) });

async function treeWith(
  repositories: Pick<RepositoryService, 'treeWith'>,
  publication: Parameters<GitHost['publish']>[0],
): Promise<HostResult<string>> {
  try {
    return {
      outcome: 'found',
      value: await repositories.treeWith(publication),
    };
  } catch (error) {
    return gitFailure(error);
  }
}

/** What the branch is called on which a commit is made that then takes the place of another. */
function besides(branch: string): string {
  return `${branch}-next`;
}

/**
 * Publishes by GitHub's API, because GitHub signs the commits that are made by it, and in the name of whoever has the
 * credentials. The tree is known before: our own Git makes the same.
 *
 * A commit is made where a branch is. Were a branch that holds something moved to the base for that, GitHub would close
 * its pull request, which then holds nothing: it is made on a branch besides, and moved there.
 */
export async function publishOnGithub(
  publication: Parameters<GitHost['publish']>[0],
  {
    api,
    repositories,
  }: {
    api: GithubApi;
    repositories: Pick<RepositoryService, 'refresh' | 'treeWith'>;
  },
): Promise<HostResult<{ commit: string }>> {
  const { base, branch, expectedHead, files, message, repository } =
    publication;
  const { owner, name } = api.nameOf(repository);
  const tree = await treeWith(repositories, publication);
  if (tree.outcome !== 'found') {
    return tree;
  }
  const identified = await api.graphql(
    repositorySchema,
    repository,
    REPOSITORY_ID,
    { owner, name },
  );
  if (identified.outcome !== 'found') {
    return identified;
  }
  const { id } = identified.value.data.repository;
  const replaces = expectedHead !== undefined && expectedHead !== base.commit;
  const madeOn = replaces ? besides(branch) : branch;
  const update = (ref: string, afterOid: string, beforeOid?: string) => ({
    name: `refs/heads/${ref}`,
    ...(beforeOid && { beforeOid }),
    afterOid,
    force: true,
  });
  const move = async (...refUpdates: ReturnType<typeof update>[]) =>
    api.graphql(updatedSchema, repository, UPDATE_REFS, {
      ref: { repositoryId: id, refUpdates },
    });
  const [headline, ...rest] = message(tree.value).split('\n');
  const published = await api.graphql(publishedSchema, repository, PUBLISH, {
    ref: {
      repositoryId: id,
      // What an interrupted request of ours has left besides is nothing to anybody.
      refUpdates: [
        update(
          madeOn,
          base.commit,
          replaces ? undefined : expectedHead ?? NONE,
        ),
      ],
    },
    begun: expectedHead === base.commit,
    commit: {
      branch: {
        repositoryNameWithOwner: `${owner}/${name}`,
        branchName: madeOn,
      },
      expectedHeadOid: base.commit,
      message: { headline, body: rest.join('\n').trim() },
      fileChanges: {
        additions: Array.from(files, ([path, text]) => ({
          path,
          contents: Buffer.from(text).toString('base64'),
        })),
      },
    },
  });
  if (published.outcome !== 'found') {
    return published;
  }
  const { data, failure } = published.value;
  const made = data.commit?.commit;
  if (made && made.tree.oid === tree.value) {
    const moved = replaces
      ? await move(
          update(branch, made.oid, expectedHead),
          update(madeOn, NONE, made.oid),
        )
      : undefined;
    if (!moved || moved.outcome === 'found') {
      repositories.refresh(repository);
      return { outcome: 'found', value: { commit: made.oid } };
    }
    await move(update(madeOn, NONE, made.oid));
    // GitHub has no word of its own for a branch that is elsewhere.
    return moved.outcome === 'refused' && moved.because === 'other'
      ? { ...moved, because: 'branchMoved' }
      : moved;
  }
  if (made || data.begin) {
    await move(
      update(
        madeOn,
        replaces ? NONE : expectedHead ?? NONE,
        made?.oid ?? base.commit,
      ),
    );
  }
  // The repository is there: what is not found is the branch.
  return failure?.outcome === 'notFound'
    ? { outcome: 'refused', because: 'branchMoved', said: failure.said }
    : failure ?? unavailable({ id: 'committedOther', parameters: {} });
}
