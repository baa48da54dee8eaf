import { resolve } from 'node:path';
import { Option } from 'commander';
import { folders } from '../folders';

/** `--directory`: where the sandbox lives, by default `.sandbox` in the repository. */
export function directoryOption(): Option {
  return new Option('--directory <path>', 'where the sandbox lives')
    .default(resolve(folders.repository, '.sandbox'), '.sandbox')
    .argParser(path => resolve(process.env.INIT_CWD ?? process.cwd(), path));
}
