import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parseAllDocuments } from 'yaml';
import { readConfig } from './config';

const root = resolve(__dirname, '../../..');

const pages = [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => join(root, 'docs', name)),
  ...readdirSync(join(root, 'plugins')).map(name =>
    join(root, 'plugins', name, 'README.md'),
  ),
];

const samples = pages.flatMap(page =>
  Array.from(
    readFileSync(page, 'utf8').matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm),
    ([, indent, text]) => ({
      page: relative(root, page),
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  ),
);

describe('documentation', () => {
  it.each(samples)('has YAML that parses in $page', ({ text }) => {
    for (const document of parseAllDocuments(text)) {
      expect(document.errors).toEqual([]);
      const value = document.toJS();
      if (value?.progressiveDelivery?.enabled === undefined) {
        expect(() => readConfig(new ConfigReader(value))).not.toThrow();
      }
    }
  });
});
