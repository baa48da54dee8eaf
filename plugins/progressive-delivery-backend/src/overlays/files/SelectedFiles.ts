import { posix } from 'node:path';
import { cannotPreview } from '../../cannotPreview';
import { chartFiles } from './chartFiles';
import { RepositoryTree } from '../../git/trees/RepositoryTree';

/** The files of a tree that an overlay needs, as far as they are known. */
export class SelectedFiles {
  readonly paths = new Set<string>();
  /** Archives of charts among them. */
  readonly archives = new Set<string>();

  constructor(readonly tree: RepositoryTree) {}

  /** Whether there is something at a path. */
  exists(path: string): boolean {
    return this.tree.entries.has(path) || this.tree.below(path).length > 0;
  }

  /**
   * All files of a chart; nothing that leads out of what was checked.
   *
   * @param options.fetched - see {@link chartFiles}
   */
  async addChart(
    directory: string,
    options: { fetched?: ReadonlySet<string> } = {},
  ): Promise<void> {
    const files = await chartFiles(this.tree, directory, options);
    for (const path of files) {
      this.paths.add(path);
      if (/(^|\/)charts\/[^/]+\.tgz$/.test(path)) {
        this.archives.add(path);
      }
    }
    const links = files.filter(
      path => this.tree.entries.get(path)?.mode === '120000',
    );
    await this.tree.read(links);
    for (const link of links) {
      // To a file: helm would follow one to a directory, and find charts in it that nobody checked.
      await this.addFile(link);
    }
  }

  /** Adds a file, and gives the path of what it is in the end: that, or what it links to. */
  async addFile(path: string): Promise<string> {
    let current = path;
    for (let links = 0; links < 10; links++) {
      const entry = this.tree.entries.get(current);
      if (!entry && this.tree.below(current).length > 0) {
        throw cannotPreview(
          `${path} is a directory or leads to one, where a file is needed`,
        );
      }
      if (!entry) {
        throw cannotPreview(`${current} does not exist`);
      }
      this.paths.add(current);
      if (entry.mode !== '120000') {
        return current;
      }
      const target = await this.linkTarget(current);
      current = target;
    }
    throw cannotPreview(`${path} is a chain of symbolic links`);
  }

  /** What the symbolic links among the files lead to. */
  async addLinkTargets(): Promise<void> {
    const pending = Array.from(this.paths);
    for (let path = pending.pop(); path; path = pending.pop()) {
      if (this.tree.entries.get(path)?.mode === '120000') {
        const target = await this.linkTarget(path);
        const reached = this.tree.entries.has(target)
          ? [target]
          : this.tree.below(target);
        if (reached.length === 0) {
          throw cannotPreview(
            `the symbolic link ${path} leads to ${target}, which does not exist`,
          );
        }
        for (const each of reached) {
          if (!this.paths.has(each)) {
            this.paths.add(each);
            pending.push(each);
          }
        }
      }
    }
  }

  private async linkTarget(path: string): Promise<string> {
    const target = (await this.tree.read([path])).get(path)!.toString('utf8');
    const resolved = posix.join(posix.dirname(path), target);
    if (
      posix.isAbsolute(target) ||
      resolved === '..' ||
      resolved.startsWith('../')
    ) {
      throw cannotPreview(
        `the symbolic link ${path} leads out of the repository`,
      );
    }
    return resolved.replace(/\/+$/, '');
  }

  /** Functions only run where plugins are enabled, which they never are; what asks for one is not rendered as meant. */
  async refuseFunctions(): Promise<void> {
    const yaml = Array.from(this.paths).filter(path => {
      const entry = this.tree.entries.get(path);
      return /\.ya?ml$/.test(path) && entry?.mode.startsWith('100');
    });
    for (const [path, content] of await this.tree.read(yaml)) {
      if (asksForFunction(content.toString())) {
        throw cannotPreview(`${path} asks for a function to be run`);
      }
    }
  }
}

/** Whether a text has the annotation by which kustomize runs a program. */
export function asksForFunction(text: string): boolean {
  return /config\.(k8s|kubernetes)\.io\/function/.test(text);
}
