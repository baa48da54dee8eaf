import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parseAllDocuments } from 'yaml';
import { readConfig } from './config';

const root = resolve(__dirname, '../../..');

const readmesIn = (folder: string) =>
  readdirSync(join(root, folder))
    .map(name => join(root, folder, name, 'README.md'))
    .filter(existsSync);

const pages = [
  join(root, 'README.md'),
  join(root, 'CONTRIBUTING.md'),
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => join(root, 'docs', name)),
  ...readmesIn('plugins'),
  ...readmesIn('packages'),
];

const samples = pages.flatMap(page =>
  Array.from(
    readFileSync(page, 'utf8').matchAll(/^( *)```(.*)\n([\s\S]*?)^ *```$/gm),
    ([, indent, language, text]) => ({
      page: relative(root, page),
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  ),
);

const of = (...languages: string[]) =>
  samples.filter(({ language }) => languages.includes(language));

/** Languages whose samples something holds to be right, and those in which nothing can be wrong. */
const KNOWN = [
  ...['yaml', 'json', 'sh', 'bash'],
  // scripts/checkSamples.mjs
  ...['ts', 'tsx'],
  // Parts of a chart, which packages/chart-tests has as a whole, and what is printed.
  ...['diff', 'gotemplate', 'text'],
];

const valuesOf = (text: string) =>
  parseAllDocuments(text).map(document => document.toJS());

/** What belongs into an app-config: charts have values below this name, too. */
const configurations = of('yaml').filter(({ text }) =>
  valuesOf(text).some(
    value =>
      value?.progressiveDelivery &&
      value.progressiveDelivery.enabled === undefined,
  ),
);

const REPOSITORY =
  /^https:\/\/github\.com\/progressive-delivery\/progressive-delivery\/(?:blob|tree)\/main\//;

const links = pages.flatMap(page =>
  Array.from(
    readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g),
    ([, link]) => ({ page: relative(root, page), link }),
  ),
);

describe('documentation', () => {
  it('links to files that are there', () => {
    const missing = links.filter(({ link, page }) => {
      const file = REPOSITORY.test(link)
        ? join(root, link.replace(REPOSITORY, ''))
        : join(root, dirname(page), link);
      return (
        !existsSync(file) &&
        (REPOSITORY.test(link) || !/^(https?|mailto):/.test(link))
      );
    });
    expect(missing).toEqual([]);
  });

  it('has no links from a package to what is not in it', () => {
    const outside = links.filter(({ link, page }) => {
      if (!page.startsWith('plugins/') || /^https?:/.test(link)) {
        return false;
      }
      const { files } = JSON.parse(
        readFileSync(join(root, dirname(page), 'package.json'), 'utf8'),
      );
      return !files.includes(link);
    });
    expect(outside).toEqual([]);
  });

  it('says the language of each sample', () => {
    expect(samples.filter(({ language }) => !KNOWN.includes(language))).toEqual(
      [],
    );
  });

  // A key that stands twice in a mapping, such as a second `annotations:`, is an error, too.
  it.each(of('yaml'))('has YAML that parses in $page', ({ text }) => {
    expect(
      parseAllDocuments(text).flatMap(({ errors, warnings }) => [
        ...errors,
        ...warnings,
      ]),
    ).toEqual([]);
  });

  it.each(configurations)('configures the plugin in $page', ({ text }) => {
    const [value] = valuesOf(text);
    expect(() => readConfig(new ConfigReader(value))).not.toThrow();
  });

  it.each(of('sh', 'bash'))('has commands that parse in $page', ({ text }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], {
      input: text,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('has an installation in the README that lacks nothing', () => {
    const whole = configurations
      .filter(({ page }) => page === 'README.md')
      .map(({ text }) => new ConfigReader(valuesOf(text)[0]))
      .find(config => config.has('kubernetes'));
    expect(whole?.keys()).toEqual(
      expect.arrayContaining([
        'kubernetes',
        'integrations',
        'progressiveDelivery',
      ]),
    );
  });
});
