import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

// This package is private and runs from its source only.
// eslint-disable-next-line no-restricted-syntax
const folder = resolve(__dirname, '__fixtures__');

/** The path of a fixture. */
export const fixture = (name: string) => join(folder, name);

/** All renderings that are committed. */
export const goldenFiles = ['golden', 'plain'].flatMap(kind =>
  readdirSync(fixture(kind), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .map(file => join(kind, file))
    .sort(),
);
