import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { runCommand } from '@progressive-delivery/sandbox';
import { folders } from '../../../running/folders';

const compress = promisify(gzip);

const PACKAGE = join(folders.repository, 'packages/bench-app');

/** What browsers get of a built app, as sizes of its files. */
export class AppBuild {
  /**
   * Builds `packages/bench-app` for production; the build before is gone then.
   *
   * @param options.without - packages that the app shall not have
   */
  static async make({
    directory,
    signal,
    without,
  }: {
    directory: string;
    signal: AbortSignal;
    without: string[];
  }): Promise<AppBuild> {
    const dist = join(PACKAGE, 'dist');
    const config = join(directory, 'app-config.build.json');
    await writeFile(
      config,
      JSON.stringify({
        app: {
          baseUrl: 'http://127.0.0.1',
          packages: { exclude: without },
        },
        backend: { baseUrl: 'http://127.0.0.1' },
      }),
    );
    await rm(dist, { recursive: true, force: true });
    await runCommand(process.execPath, {
      args: [
        require.resolve('@backstage/cli/bin/backstage-cli'),
        ...['package', 'build', '--config', config],
      ],
      cwd: PACKAGE,
      env: { ...process.env, NODE_ENV: 'production' },
      signal,
    });
    const sizes = new Map<string, number>();
    for (const file of await readdir(join(dist, 'static'))) {
      if (/\.(js|css)$/.test(file)) {
        const compressed = await compress(
          await readFile(join(dist, 'static', file)),
        );
        sizes.set(file, compressed.length);
      }
    }
    const page = await readFile(join(dist, 'index.html'), 'utf8');
    return new AppBuild(sizes, page);
  }

  private constructor(
    private readonly sizes: ReadonlyMap<string, number>,
    private readonly page: string,
  ) {}

  /** Bytes, compressed with gzip, of what every page loads. */
  get everyPage(): number {
    return this.bytesOf(
      Array.from(
        this.page.matchAll(
          /(?:src|href)="[^"]*\/static\/([^"]+\.(?:js|css))"/g,
        ),
        ([, file]) => file,
      ),
    );
  }

  /** Bytes, compressed with gzip, of some of its files. */
  bytesOf(files: Iterable<string>): number {
    let bytes = 0;
    for (const file of new Set(files)) {
      const size = this.sizes.get(file);
      if (size === undefined) {
        throw new Error(`The app was built without ${file}`);
      }
      bytes += size;
    }
    return bytes;
  }
}
