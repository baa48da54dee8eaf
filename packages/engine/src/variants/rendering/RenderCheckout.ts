import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Layout } from '../../git/trees/Layout';
import { holderOf, LaidOutSource } from '../../overlays/LaidOutSource';
import { SourceFile } from '../../overlays/sources/Overlay';
import { writeProgram } from './helmOfKnownVersion';
import { FoundTools } from './RenderTools';

/** A file's new text. */
export interface FileEdit {
  repository: string;
  commit: string;
  /** From the repository's root. */
  file: string;
  after: string;
}

/** The files of one rendering on disk: the source's own, and beside them those of its ref sources. */
export class RenderCheckout {
  /** @throws InputError where a symbolic link leaves its repository */
  static async write(
    directory: string,
    laidOut: LaidOutSource & { edits: readonly FileEdit[] },
  ): Promise<RenderCheckout> {
    const roots = new Map<Layout, string>([
      [laidOut.layout, join(directory, 'repository')],
    ]);
    for (const { layout } of laidOut.refLayouts.values()) {
      if (!roots.has(layout)) {
        roots.set(layout, join(directory, 'refs', `${roots.size}`));
      }
    }
    for (const [layout, root] of roots) {
      await mkdir(root, { recursive: true });
      await layout.writeTo(root, editsOf(layout, laidOut.edits));
    }
    return new RenderCheckout(directory, laidOut, roots);
  }

  private readonly written = new Map<string, string>();

  private constructor(
    private readonly directory: string,
    private readonly laidOut: LaidOutSource & { edits: readonly FileEdit[] },
    private readonly roots: ReadonlyMap<Layout, string>,
  ) {}

  /** Absolute path of the directory that is rendered. */
  get source(): string {
    return join(this.root(this.laidOut.layout), this.laidOut.source.path);
  }

  /** Paths in the repository of the files that tools know by names of ours, by these names. */
  get writtenFiles(): ReadonlyMap<string, string> {
    return this.written;
  }

  /**
   * Writes a file of the source once more, under a name of ours, and gives its absolute path: helm splits what
   * `--values` and `--set-file` say at commas, reads quotes, and takes some names for URLs.
   */
  async file(file: SourceFile): Promise<string> {
    const { layout } = holderOf(this.laidOut, file);
    const text =
      editsOf(layout, this.laidOut.edits).get(file.path) ??
      layout.read(file.path);
    return this.write(`file-${this.written.size}.yaml`, text, file.path);
  }

  /**
   * Writes a file that is in no repository, and gives its absolute path.
   *
   * @param shown - what it is called where a tool speaks of it
   */
  async write(
    name: string,
    content: string | Buffer,
    shown: string,
  ): Promise<string> {
    const file = join(this.directory, name);
    await writeFile(file, content, { flag: 'wx' });
    this.written.set(file, shown);
    return file;
  }

  /** The helm that kustomize is to run, as an absolute path. */
  async helm({
    helm,
    helmProgram,
  }: Pick<FoundTools, 'helm' | 'helmProgram'>): Promise<string> {
    return helmProgram === undefined
      ? helm
      : writeProgram(join(this.directory, 'helm'), helmProgram);
  }

  private root(layout: Layout): string {
    return this.roots.get(layout)!;
  }
}

/** One file may be read by several sources: what is committed changes for all of them. */
function editsOf(
  layout: Layout,
  edits: readonly FileEdit[],
): ReadonlyMap<string, string> {
  return new Map(
    edits
      .filter(
        ({ commit, file, repository }) =>
          repository === layout.repository &&
          commit === layout.commit &&
          layout.files.has(file),
      )
      .map(({ after, file }) => [file, after]),
  );
}
