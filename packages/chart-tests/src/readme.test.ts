import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examples } from './examples';
import { documentedValues } from './readme/documentedValues';
import { keysWithoutComment } from './readme/keysWithoutComment';
import { valuesTable } from './readme/valuesTable';

const readme = join(examples.chart, 'README.md');
const marked = /(<!-- values: begin -->\n)[^]*(<!-- values: end -->)/;

const values = () => readFile(join(examples.chart, 'values.yaml'), 'utf8');

describe('the README of the chart', () => {
  it('has the values as they are; "yarn golden" writes them anew', async () => {
    const text = await readFile(readme, 'utf8');
    expect(text).toMatch(marked);
    const table = valuesTable(await values());
    const upToDate = text.replace(
      marked,
      (_, begin, end) => `${begin}\n${table}\n\n${end}`,
    );
    if (process.env.PD_UPDATE_GOLDEN) {
      await writeFile(readme, upToDate);
    }
    expect(await readFile(readme, 'utf8')).toBe(upToDate);
  });

  it('finds a comment on every key of values.yaml', async () => {
    expect(keysWithoutComment(await values())).toEqual([]);
    expect(keysWithoutComment('# a\na:\n  b: 1\n')).toEqual(['a.b']);
  });

  it('can say something about each value', async () => {
    const all = documentedValues(await values());
    expect(all.length).toBeGreaterThan(90);
    expect(all.filter(({ description }) => !description)).toEqual([]);
  });
});
