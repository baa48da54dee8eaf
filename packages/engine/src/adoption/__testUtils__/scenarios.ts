import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMapping, loadYaml } from '../../yaml';
import { ChartFiles } from '../chart/Chart';
import { ValuesSet } from '../proof/ValuesSet';

// Files of this package's tests.
// eslint-disable-next-line no-restricted-syntax
const FOLDER = join(__dirname, '../__fixtures__');

/** A chart of `__fixtures__`, and what is to come of it. */
export interface Scenario {
  name: string;
  what: string;
  files: ChartFiles;
  values: ValuesSet[];
  /** The switches that it gets, or the ids of what is in the way. */
  expected:
    | { state: 'prepared'; switches: string[] }
    | { state: 'refused'; because: string[] };
}

export function readScenarios(): Scenario[] {
  return readdirSync(FOLDER)
    .sort()
    .map(name => {
      const folder = join(FOLDER, name);
      const said = loadYaml(
        readFileSync(join(folder, 'scenario.yaml'), 'utf8'),
      );
      if (!isMapping(said)) {
        throw new Error(`${name} has no scenario`);
      }
      if ((said.shape === undefined) === (said.trap === undefined)) {
        throw new Error(
          `${name} is either a shape of public charts or a trap: say which, and of what`,
        );
      }
      return {
        name,
        what: String(said.what),
        files: readFiles(join(folder, 'chart')),
        values: texts(said.values).map(file => ({
          name: file,
          files: [readFileSync(join(folder, file))],
        })),
        expected:
          said.state === 'prepared'
            ? { state: 'prepared', switches: texts(said.switches) }
            : { state: 'refused', because: texts(said.because) },
      };
    });
}

/** The files of a folder, by their paths in it. */
export function readFiles(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [file.slice(folder.length + 1), readFileSync(file)]),
  );
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
