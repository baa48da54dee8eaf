import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

const file = join(repository, 'node_modules', '.install-stamp');
const yarnState = join(repository, 'node_modules', '.yarn-state.yml');

/** Says in node_modules which dependencies were completely installed there. */
export class InstallStamp {
  #key;

  /** @param {string} key */
  constructor(key) {
    this.#key = key;
  }

  /** Whether these very dependencies are installed, and nobody has run Yarn since with another outcome. */
  async holds() {
    const stamp = await readIfThere(file);
    return stamp !== undefined && stamp === (await this.#text());
  }

  async write() {
    await writeFile(file, (await this.#text()) ?? '');
  }

  async remove() {
    await rm(file, { force: true });
  }

  async #text() {
    const state = await readIfThere(yarnState);
    return (
      state &&
      `${this.#key} ${createHash('sha256').update(state).digest('hex')}\n`
    );
  }
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
async function readIfThere(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
