import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { repository, workspaces } from '../repository.mjs';
import { say } from '../say.mjs';
import { keepNewest, placeAtomically, userCache } from '../userCache.mjs';

const KEPT = 2;
const all = join(userCache, 'dependencies');

/**
 * A complete installation in the user's cache, for other clones. Its files are hard links, as pnpm has them: no disk
 * is spent and nothing is copied. Whoever edits such a file in place edits it for all clones; what was edited is not
 * handed on.
 */
export class SharedInstallation {
  #processes;
  #folder;
  #files;
  #fingerprint;

  /**
   * @param {import('../processes/Processes.mjs').Processes} processes
   * @param {string} key
   */
  constructor(processes, key) {
    this.#processes = processes;
    this.#folder = join(all, key);
    this.#files = join(this.#folder, 'files');
    this.#fingerprint = join(this.#folder, 'fingerprint');
  }

  /** Takes it over into this clone, which has no node_modules yet; answers whether there was one. */
  async take() {
    if (!existsSync(this.#folder)) {
      return false;
    }
    const expected = await readFile(this.#fingerprint, 'utf8');
    if (expected !== (await this.#fingerprintOf(this.#files))) {
      say('install', 'the shared installation was edited, it is not used');
      await rm(this.#folder, { recursive: true, force: true });
      return false;
    }
    const now = new Date();
    await utimes(this.#folder, now, now);
    try {
      // The root's comes last: a clone that has it has all.
      for (const path of installedPaths().reverse()) {
        const source = join(this.#files, path);
        if (existsSync(source)) {
          const unfinished = join(repository, '.artifacts', 'installing');
          const destination = join(repository, path);
          await rm(unfinished, { recursive: true, force: true });
          await rm(destination, { recursive: true, force: true });
          await this.#copy(source, unfinished);
          await mkdir(dirname(destination), { recursive: true });
          await rename(unfinished, destination);
        }
      }
      return true;
    } catch (error) {
      return notShared(error);
    }
  }

  /** Keeps this clone's installation for other clones. Where that fails, it says so. */
  async offer() {
    if (existsSync(this.#folder)) {
      return;
    }
    try {
      await placeAtomically(this.#folder, async temporary => {
        const files = join(temporary, 'files');
        for (const path of installedPaths()) {
          const source = join(repository, path);
          if (existsSync(source)) {
            await this.#copy(source, join(files, path));
          }
        }
        // Caches of build tools belong to the clone that made them.
        await rm(join(files, 'node_modules', '.cache'), {
          recursive: true,
          force: true,
        });
        await writeFile(
          join(temporary, 'fingerprint'),
          await this.#fingerprintOf(files),
        );
      });
      await keepNewest(all, KEPT);
    } catch (error) {
      notShared(error);
    }
  }

  /**
   * @param {string} source
   * @param {string} destination
   */
  async #copy(source, destination) {
    await mkdir(dirname(destination), { recursive: true });
    await this.#processes.run({
      name: 'cp',
      command: 'cp',
      args: ['--archive', '--link', source, destination],
      onLine: () => undefined,
    });
    // Yarn writes its own state in place, so that must not be a link.
    for (const file of [destination, join(destination, '.yarn-state.yml')]) {
      if (existsSync(file) && statSync(file).isFile()) {
        await copyFile(file, `${file}~`);
        await rename(`${file}~`, file);
      }
    }
  }

  /**
   * Sizes and times of all files: what an edit changes.
   *
   * @param {string} folder
   */
  async #fingerprintOf(folder) {
    /** @type {string[]} */
    const lines = [];
    await this.#processes.run({
      name: 'find',
      command: 'find',
      args: [folder, '-type', 'f', '-printf', '%P %s %T@\n'],
      onLine: line => lines.push(line),
    });
    return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
  }
}

/** Where Yarn installs to, relative to the repository. */
function installedPaths() {
  return [
    'node_modules',
    ...workspaces().map(({ folder }) =>
      join(relative(repository, folder), 'node_modules'),
    ),
    join('.yarn', 'install-state.gz'),
  ];
}

/**
 * Sharing saves time and is not needed: where it fails (a cache on another disk), Yarn installs.
 *
 * @param {unknown} error
 */
function notShared(error) {
  const why = error instanceof Error ? error.message : error;
  say('install', `not shared with other clones: ${why}`);
  return false;
}
