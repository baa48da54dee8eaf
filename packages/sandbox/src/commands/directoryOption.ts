import { resolve } from 'node:path';
import { Option } from 'commander';

const repositoryRoot = resolve(__dirname, '../../../..');

/** `--directory`: where the sandbox lives, by default `.sandbox` in the repository. */
export function directoryOption(): Option {
  return new Option('--directory <path>', 'where the sandbox lives')
    .default(resolve(repositoryRoot, '.sandbox'), '.sandbox')
    .argParser(path => resolve(process.env.INIT_CWD ?? process.cwd(), path));
}
