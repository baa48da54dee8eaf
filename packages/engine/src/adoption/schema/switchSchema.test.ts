import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMapping } from '../../yaml';
import agents from './agentsSwitch.json';

const CHART = resolve(
  // eslint-disable-next-line no-restricted-syntax
  __dirname,
  '../../../../../examples/gitops/charts/agents/values.schema.json',
);

describe('The schema of the switch', () => {
  it('is that of the chart agents, with all that it refers to', () => {
    const schema: unknown = JSON.parse(readFileSync(CHART, 'utf8'));
    const { definitions, properties } = schema as Record<string, unknown>;
    const names = Object.keys(agents.definitions);
    expect(agents.schema).toEqual(
      isMapping(properties) && properties.progressiveDelivery,
    );
    expect(definitions).toMatchObject(agents.definitions);
    const referred = [
      ...JSON.stringify(agents).matchAll(/"#\/definitions\/(\w+)"/g),
    ].map(([, name]) => name);
    expect([...new Set(referred)].sort()).toEqual([...names].sort());
  });
});
