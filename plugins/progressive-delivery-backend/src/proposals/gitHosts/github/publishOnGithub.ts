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

/**
 * Publishes by GitHub's API, because GitHub signs the commits that are made by it, and in the name of whoever has the
 * credentials. The tree is known before: our own Git makes the same.
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
  const move = (beforeOid: string, afterOid: string) => ({
    repositoryId: id,
    refUpdates: [
      { name: `refs/heads/${branch}`, beforeOid, afterOid, force: true },
    ],
  });
  const [headline, ...rest] = message(tree.value).split('\n');
  const published = await api.graphql(publishedSchema, repository, PUBLISH, {
    ref: move(expectedHead ?? NONE, base.commit),
    begun: expectedHead === base.commit,
    commit: {
      branch: {
        repositoryNameWithOwner: `${owner}/${name}`,
        branchName: branch,
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
    repositories.refresh(repository);
    return { outcome: 'found', value: { commit: made.oid } };
  }
  if (made || data.begin) {
    await api.graphql(updatedSchema, repository, UPDATE_REFS, {
      ref: move(made?.oid ?? base.commit, expectedHead ?? NONE),
    });
  }
  // The repository is there: what is not found is the branch.
  return failure?.outcome === 'notFound'
    ? { outcome: 'refused', because: 'branchMoved', said: failure.said }
    : failure ??
        unavailable('committed something else than what was previewed');
}
