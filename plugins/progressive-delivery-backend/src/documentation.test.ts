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

const valuesOf = (text: string) =>
  parseAllDocuments(text).map(document => document.toJS());

/** What belongs into an app-config: charts have values below this name, too. */
const configurations = samples.filter(({ text }) =>
  valuesOf(text).some(
    value =>
      value?.progressiveDelivery &&
      value.progressiveDelivery.enabled === undefined,
  ),
);

describe('documentation', () => {
  it.each(samples)('has YAML that parses in $page', ({ text }) => {
    expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it.each(configurations)('configures the plugin in $page', ({ text }) => {
    const [value] = valuesOf(text);
    expect(() => readConfig(new ConfigReader(value))).not.toThrow();
  });
});
