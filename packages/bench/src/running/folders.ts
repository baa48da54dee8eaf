import { resolve } from 'node:path';

// This package is private and runs from its source only.
// eslint-disable-next-line no-restricted-syntax
const own = resolve(__dirname, '../..');

export const folders = {
  /** This package. */
  own,
  repository: resolve(own, '../..'),
};
