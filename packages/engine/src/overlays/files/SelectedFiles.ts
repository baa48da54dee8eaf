import { cannotPreview } from '../../cannotPreview';
import { chartFiles } from './chartFiles';
import { followLinks } from '../../git/trees/followLinks';
import { RepositoryTree } from '../../git/trees/RepositoryTree';

/** The files of a tree that an overlay needs, as far as they are known. */
export class SelectedFiles {
  readonly paths = new Set<string>();
  /** Archives of charts among them. */
  readonly archives = new Set<string>();

  constructor(readonly tree: RepositoryTree) {}

  /** Follows the symbolic links on the way to a path, adds them, and gives the path that it is in the end. */
  async follow(path: string): Promise<string> {
    const followed = await followLinks(this.tree, path);
    followed.links.forEach(link => this.paths.add(link));
    return followed.path;
  }

  /** Whether there is something at a path, all links followed. */
  exists(path: string): boolean {
    return this.tree.entries.has(path) || this.isDirectory(path);
  }

  isDirectory(path: string): boolean {
    return this.tree.below(path).length > 0;
  }

  /**
   * All files of a chart, and what its links lead to.
   *
   * @param options.fetched - see {@link chartFiles}
   */
  async addChart(
    directory: string,
    options: { fetched?: ReadonlySet<string> } = {},
  ): Promise<void> {
    const chart = await chartFiles(this.tree, directory, options);
    for (const path of [...this.tree.below(directory), ...chart.paths]) {
      this.paths.add(path);
    }
    for (const path of chart.archives) {
      this.archives.add(path);
    }
  }

  /** Adds a file, and gives the path of what it is in the end: that, or what it links to. */
  async addFile(path: string): Promise<string> {
    const file = await this.follow(path);
    if (this.isDirectory(file)) {
      throw cannotPreview({ id: 'isDirectory', parameters: { path } });
    }
    if (!this.tree.entries.has(file)) {
      throw cannotPreview({ id: 'fileMissing', parameters: { file } });
    }
    this.paths.add(file);
    return file;
  }

  /** What the symbolic links among the files lead to. */
  async addLinkTargets(): Promise<void> {
    const pending = Array.from(this.paths);
    for (let path = pending.pop(); path; path = pending.pop()) {
      if (this.tree.entries.get(path)?.mode === '120000') {
        const { links, path: target } = await followLinks(this.tree, path);
        const reached = this.tree.entries.has(target)
          ? [target]
          : this.tree.below(target);
        if (reached.length === 0) {
          throw cannotPreview({
            id: 'linkBroken',
            parameters: { path, target },
          });
        }
        for (const each of [...links, ...reached]) {
          if (!this.paths.has(each)) {
            this.paths.add(each);
            pending.push(each);
          }
        }
      }
    }
  }

  /** Functions only run where plugins are enabled, which they never are; what asks for one is not rendered as meant. */
  async refuseFunctions(): Promise<void> {
    const yaml = Array.from(this.paths).filter(path => {
      const entry = this.tree.entries.get(path);
      return /\.ya?ml$/.test(path) && entry?.mode.startsWith('100');
    });
    for (const [path, content] of await this.tree.read(yaml)) {
      if (asksForFunction(content.toString())) {
        throw cannotPreview({
          id: 'asksForFunction',
          parameters: { file: path },
        });
      }
    }
  }
}

/** Whether a text has the annotation by which kustomize runs a program. */
export function asksForFunction(text: string): boolean {
  return /config\.(k8s|kubernetes)\.io\/function/.test(text);
}
