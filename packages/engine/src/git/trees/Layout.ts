import { createHash } from 'node:crypto';
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { visibleText } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { cannotPreview } from '../../cannotPreview';
import { RepositoryTree, TreeEntry } from './RepositoryTree';

/** Bytes of all files of a layout. */
const LIMIT = 48 * 1024 * 1024;
const MOST_FILES = 5_000;

/** Bytes that file systems allow for one name, and that are left for a path below a folder of ours. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 3_500;

/** Links on the way to one file. */
const MOST_LINKS = 40;

/** Files that are written at the same time. */
const AT_ONCE = 16;

/** A file that is not in the repository. */
export interface AddedFile {
  path: string;
  /** The same for the same content, and for no other. */
  id: string;
  content: Buffer;
  /** Whether it stands for the repository's own file, if that has one there. */
  replaces?: boolean;
}

/** The files of one overlay at one commit. */
export class Layout {
  /**
   * Reads the files of a tree.
   *
   * @throws InputError where a path is a submodule or none that a directory may hold, or where it is too much
   */
  static async create(options: {
    repository: string;
    branch: string | undefined;
    tag?: string;
    tree: RepositoryTree;
    paths: Iterable<string>;
  }): Promise<Layout> {
    const { repository, branch, tag, tree } = options;
    const paths = Array.from(new Set(options.paths)).sort((a, b) =>
      a < b ? -1 : Number(a > b),
    );
    checkCount(paths.length, repository);
    const files = new Map<string, TreeEntry>();
    for (const path of paths) {
      const entry = tree.entries.get(path);
      if (!entry) {
        throw cannotPreview(
          { id: 'pathMissing', parameters: { path, repository } },
          NotFoundError,
        );
      }
      if (entry.mode === '160000') {
        throw cannotPreview({
          id: 'isSubmodule',
          parameters: { path, repository },
        });
      }
      checkPath(path, files);
      files.set(path, entry);
    }
    const contents = await tree.read(files.keys());
    let size = 0;
    for (const content of contents.values()) {
      size += content.length;
    }
    checkSize(size);
    return new Layout({
      repository,
      branch,
      tag,
      commit: tree.commit,
      files,
      contents,
      size,
    });
  }

  readonly repository: string;
  readonly commit: string;
  /** The branch that a change can be merged into; absent for a tag or commit. */
  readonly branch: string | undefined;
  /** The tag that the revision is or, of a range of versions, stands for. */
  readonly tag: string | undefined;
  /** Mode and blob id by path from the repository's root. */
  readonly files: ReadonlyMap<string, TreeEntry>;
  /** SHA-256 over paths, modes and blob ids: the same for the same files, whatever the commit. */
  readonly digest: string;
  /** Bytes of all files. */
  readonly size: number;
  private readonly contents: ReadonlyMap<string, Buffer>;

  private constructor(options: {
    repository: string;
    branch: string | undefined;
    tag: string | undefined;
    commit: string;
    files: ReadonlyMap<string, TreeEntry>;
    contents: ReadonlyMap<string, Buffer>;
    size: number;
  }) {
    this.repository = options.repository;
    this.branch = options.branch;
    this.tag = options.tag;
    this.commit = options.commit;
    this.files = options.files;
    this.contents = options.contents;
    this.size = options.size;
    const hash = createHash('sha256');
    for (const [path, { mode, id }] of options.files) {
      hash.update(`${mode} ${id} ${path}\0`);
    }
    this.digest = hash.digest('hex');
  }

  /** @throws NotFoundError where the layout does not have the file */
  read(path: string): Buffer {
    const content = this.contents.get(path);
    if (!content) {
      const { repository } = this;
      throw cannotPreview(
        { id: 'pathMissing', parameters: { path, repository } },
        NotFoundError,
      );
    }
    return content;
  }

  /** What a path is in the end: that, or the file or directory that a symbolic link at it leads to. */
  follow(path: string): string {
    let current = path;
    for (let links = 0; links < MOST_LINKS; links++) {
      if (this.files.get(current)?.mode !== '120000') {
        return current;
      }
      const target = this.read(current).toString('utf8');
      current = posix.join(posix.dirname(current), target);
    }
    return path;
  }

  /**
   * The same, with files besides that the repository does not have, such as those of fetched charts.
   *
   * @throws InputError where a path is none that a directory may hold or is taken, or where it becomes too much
   */
  with(added: Iterable<AddedFile>): Layout {
    const files = new Map(this.files);
    const contents = new Map(this.contents);
    let { size } = this;
    for (const { content, id, path, replaces } of added) {
      const old = files.delete(path) ? contents.get(path) : undefined;
      if (old && !replaces) {
        const { repository } = this;
        throw cannotPreview({
          id: 'pathTaken',
          parameters: { path, repository },
        });
      }
      checkPath(path, files);
      files.set(path, { mode: '100644', id });
      contents.set(path, content);
      size += content.length - (old?.length ?? 0);
    }
    checkSize(size);
    checkCount(files.size, this.repository);
    return new Layout({
      ...this,
      files: new Map(
        Array.from(files).sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
      ),
      contents,
      size,
    });
  }

  /**
   * Writes the files into an empty directory, some with other contents than they have in Git.
   *
   * @throws InputError where a symbolic link leaves the directory or leads nowhere
   */
  async writeTo(
    directory: string,
    edits: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    const paths = Array.from(this.files.keys());
    const isLink = (path: string) => this.files.get(path)?.mode === '120000';
    const links = paths.filter(isLink);
    const files = paths.filter(path => !isLink(path));
    for (const folder of new Set(files.map(path => dirname(path)))) {
      await mkdir(join(directory, folder), { recursive: true });
    }
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const written = await Promise.allSettled(
        files.slice(start, start + AT_ONCE).map(path =>
          // Not over what is there: a hostile tree can hold one name twice.
          writeFile(join(directory, path), edits.get(path) ?? this.read(path), {
            flag: 'wx',
            mode: this.files.get(path)?.mode === '100755' ? 0o755 : 0o644,
          }),
        ),
      );
      for (const each of written) {
        if (each.status === 'rejected') {
          throw each.reason;
        }
      }
    }
    // Links come last, so that no file is ever written through one.
    for (const path of links) {
      const link = join(directory, path);
      await mkdir(dirname(link), { recursive: true });
      const target = this.read(path).toString('utf8');
      if (target === '' || Buffer.byteLength(target) > LONGEST_PATH) {
        throw cannotPreview({
          id: 'linkTargetInvalid',
          parameters: { path },
        });
      }
      await symlink(target, link);
    }
    const root = await realpath(directory);
    for (const path of links) {
      const real = await realpath(join(directory, path)).catch(() => undefined);
      if (!real?.startsWith(root + sep)) {
        throw cannotPreview({
          id: 'linkLeavesOverlay',
          parameters: { path },
        });
      }
    }
  }
}

function checkSize(size: number): void {
  if (size > LIMIT) {
    throw cannotPreview({
      id: 'overlayTooLarge',
      parameters: { bytes: size, limit: LIMIT },
    });
  }
}

function checkCount(count: number, repository: string): void {
  if (count > MOST_FILES) {
    throw cannotPreview({
      id: 'tooManyFiles',
      parameters: { repository, limit: MOST_FILES },
    });
  }
}

/** A tree that git wrote has no such path, nor one below a file or link; one that somebody made by hand can. */
function checkPath(path: string, files: ReadonlyMap<string, TreeEntry>): void {
  const segments = path.split('/');
  if (
    Buffer.byteLength(path) > LONGEST_PATH ||
    segments.some(segment => Buffer.byteLength(segment) > LONGEST_NAME)
  ) {
    throw cannotPreview({
      id: 'pathTooLong',
      parameters: {
        path: `${path.slice(0, 100)}…`,
        longestName: LONGEST_NAME,
        longestPath: LONGEST_PATH,
      },
    });
  }
  const above = segments
    .slice(1)
    .map((_, index) => segments.slice(0, index + 1).join('/'));
  if (
    above.some(directory => files.has(directory)) ||
    path.includes('\\') ||
    path.includes('\0') ||
    segments.some(
      segment =>
        ['', '.', '..'].includes(segment) || segment.toLowerCase() === '.git',
    )
  ) {
    throw cannotPreview({
      id: 'pathInvalid',
      parameters: { path: visibleText(path) },
    });
  }
}
