import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { loadConfigSchema } from '@backstage/config-loader';
import { parse, parseAllDocuments } from 'yaml';
import { repository, workspaces } from '../repository.mjs';
import { samplesIn } from './pages.mjs';

const require = createRequire(import.meta.url);

/**
 * How the backend plugin reads its configuration, from source.
 *
 * @returns {{ readConfig(config: import('@backstage/config').Config): unknown }}
 */
function backendPlugin() {
  require('@backstage/cli/config/nodeTransform.cjs');
  return require('../../plugins/progressive-delivery-backend/src/config');
}

/**
 * Samples of an `app-config.yaml` that the schemas of all packages do not accept, unknown keys included, or that the
 * backend plugin does not.
 *
 * @returns {Promise<import('./pages.mjs').Mistake[]>}
 */
export async function configurationMistakes() {
  const schema = await loadConfigSchema({
    dependencies: workspaces().map(({ manifest }) => manifest.name),
    noUndeclaredProperties: true,
  });
  const sections = sectionsOf(schema);
  // What any app-config has, and a sample need not.
  const { app, backend } = parse(
    readFileSync(join(repository, 'app-config.yaml'), 'utf8'),
  );
  const base = { data: { app, backend }, context: 'app-config.yaml' };
  const { readConfig } = backendPlugin();
  /** @type {import('./pages.mjs').Mistake[]} */
  const mistakes = [];
  /** @type {string[][]} */
  const inReadme = [];
  for (const { page, line, text } of samplesIn('yaml')) {
    for (const data of parseAllDocuments(text).map(each => each.toJS())) {
      if (isAppConfig(data, sections)) {
        if (page === 'README.md') {
          inReadme.push(Object.keys(data));
        }
        try {
          schema.process([base, { data, context: page }]);
          readConfig(new ConfigReader(data));
        } catch (error) {
          mistakes.push({
            page,
            line,
            message: error instanceof Error ? error.message : String(error),
          });
        }
      }
    }
  }
  const whole = ['kubernetes', 'integrations', 'progressiveDelivery'];
  if (!inReadme.some(keys => whole.every(key => keys.includes(key)))) {
    mistakes.push({
      page: 'README.md',
      line: 1,
      message: `no sample has all that an installation needs: ${whole.join(
        ', ',
      )}`,
    });
  }
  return mistakes;
}

/**
 * What an `app-config.yaml` may begin with.
 *
 * @param {import('@backstage/config-loader').ConfigSchema} schema
 */
function sectionsOf(schema) {
  /** @type {any} */
  const { schemas } = schema.serialize();
  return new Set(
    schemas.flatMap((/** @type {any} */ { value }) =>
      Object.keys(value.properties ?? {}),
    ),
  );
}

/**
 * Charts have values below `progressiveDelivery`, too.
 *
 * @param {any} data
 * @param {Set<string>} sections
 */
function isAppConfig(data, sections) {
  return (
    Object.keys(data ?? {}).some(key => sections.has(key)) &&
    data.progressiveDelivery?.enabled === undefined
  );
}
