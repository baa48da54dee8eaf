import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { EditedFile } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { followLinks, RepositoryTree } from '@progressive-delivery/engine';
import { RepositoryService } from '../../git/RepositoryService';
import { codeOwners, codeOwnersFiles, OwnersSyntax } from './codeOwners';

/** Links of a repository that are followed, and those that are named. */
const MOST_LINKS = 500;
const MOST_NAMED = 20;

/** Bytes of a CODEOWNERS file that is read. */
const LARGEST = 512 * 1024;

export interface EditedFilesOptions {
  repositories: Pick<RepositoryService, 'layOut'>;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
}

/** Tells of a file what there is to know before somebody proposes to change it. */
export class EditedFiles {
  static create(options: EditedFilesOptions): EditedFiles {
    return new EditedFiles(options);
  }

  private constructor(private readonly options: EditedFilesOptions) {}

  /**
   * The symbolic links that lead to a file at a commit, and whose review a change of it needs.
   *
   * @returns `undefined` where that could not be read, which is logged: it keeps nobody from previewing
   */
  async about(
    {
      commit,
      file,
      repository,
    }: { repository: string; commit: string; file: string },
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<EditedFile | undefined> {
    const { logger, repositories } = this.options;
    const syntax = this.syntaxOf(repository);
    try {
      const { found } = await repositories.layOut(
        { repository, revision: commit },
        {
          key: `about ${syntax} ${file}`,
          select: async tree => ({
            paths: [],
            found: {
              links: await linksTo(tree, file),
              ...(syntax && { codeOwners: await ownersOf(tree, file, syntax) }),
            },
          }),
        },
        { signal },
      );
      return found;
    } catch (error) {
      signal?.throwIfAborted();
      assertError(error);
      logger.warn(`Cannot tell who owns ${file} of ${repository}`, error);
      return undefined;
    }
  }

  private syntaxOf(repository: string): OwnersSyntax | undefined {
    const type = this.options.integrations.byUrl(repository)?.type;
    return type === 'gitea' || type === 'github' || type === 'gitlab'
      ? type
      : undefined;
  }
}

/** Paths of links to a file, or to a directory that it is in. */
async function linksTo(
  tree: RepositoryTree,
  file: string,
): Promise<EditedFile['links']> {
  const links = Array.from(tree.entries)
    .filter(([, { mode }]) => mode === '120000')
    .map(([path]) => path)
    .slice(0, MOST_LINKS);
  // All at once, where they have to be fetched.
  await tree.read(links);
  const leading: string[] = [];
  for (const link of links) {
    const target = await targetOf(tree, link);
    if (target === file || (target && file.startsWith(`${target}/`))) {
      leading.push(link);
    }
  }
  return leading.slice(0, MOST_NAMED);
}

/** A link that leads nowhere, or out of the repository, leads to no file of it. */
async function targetOf(
  tree: RepositoryTree,
  link: string,
): Promise<string | undefined> {
  try {
    return (await followLinks(tree, link)).path;
  } catch (error) {
    assertError(error);
    if (error.name === 'InputError') {
      return undefined;
    }
    throw error;
  }
}

async function ownersOf(
  tree: RepositoryTree,
  path: string,
  syntax: OwnersSyntax,
): Promise<EditedFile['codeOwners']> {
  const file = codeOwnersFiles[syntax].find(each => {
    const mode = tree.entries.get(each)?.mode;
    return mode === '100644' || mode === '100755';
  });
  if (file === undefined) {
    return undefined;
  }
  const content = (await tree.read([file])).get(file)!;
  return content.length > LARGEST
    ? { file, owners: [], complete: false }
    : { file, ...codeOwners(content.toString('utf8'), path, syntax) };
}
