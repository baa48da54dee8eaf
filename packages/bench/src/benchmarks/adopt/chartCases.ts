import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChartFiles, ValuesSet } from '@progressive-delivery/engine';
import { readFolder, runCommand } from '@progressive-delivery/sandbox';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { folders } from '../../running/folders';

/** A chart, and what is right to do with it. */
export interface ChartCase {
  name: string;
  /** Written as public charts are, or made to have something adopted that should not be. */
  origin: 'shape' | 'trap';
  files: ChartFiles;
  values: ValuesSet[];
  hasDeployment: boolean;
  adoptable: boolean;
}

const scenarioSchema = z
  .discriminatedUnion('state', [
    z.looseObject({ state: z.literal('prepared') }),
    z.looseObject({
      state: z.literal('refused'),
      because: z.array(z.string()),
    }),
  ])
  .and(
    z.union([
      // The public charts or the habit that it is modelled on.
      z.looseObject({ shape: z.string(), trap: z.never().optional() }),
      // What it is to catch.
      z.looseObject({ trap: z.string(), shape: z.never().optional() }),
    ]),
  )
  .and(z.looseObject({ values: z.array(z.string()).default([]) }));

/** Reasons of charts that render no Deployment of their own, or have the switch. */
const NO_CANDIDATE = ['noDeployment', 'libraryChart', 'hasSwitch'];

/** What `helm create` makes. */
export async function createdCharts(
  directory: string,
  commands: Record<string, string>,
): Promise<ChartCase[]> {
  return Promise.all(
    Object.entries(commands).map(async ([name, command]) => {
      const folder = join(directory, name);
      await mkdir(folder, { recursive: true });
      await runCommand(command, { args: ['create', 'web'], cwd: folder });
      return {
        name: `${name}-create`,
        origin: 'shape' as const,
        files: await readFolder(join(folder, 'web')),
        values: [],
        hasDeployment: true,
        adoptable: true,
      };
    }),
  );
}

/** Those of the engine's tests. */
export async function writtenCharts(): Promise<ChartCase[]> {
  const root = join(
    folders.repository,
    'packages/engine/src/adoption/__fixtures__',
  );
  return Promise.all(
    (await readdir(root)).sort().map(async name => {
      const folder = join(root, name);
      const scenario = scenarioSchema.parse(
        parse(await readFile(join(folder, 'scenario.yaml'), 'utf8')),
      );
      return {
        name,
        origin:
          scenario.trap === undefined ? ('shape' as const) : ('trap' as const),
        files: await readFolder(join(folder, 'chart')),
        values: await Promise.all(
          scenario.values.map(async file => ({
            name: file,
            files: [await readFile(join(folder, file))],
          })),
        ),
        hasDeployment:
          scenario.state === 'prepared' ||
          !scenario.because.some(id => NO_CANDIDATE.includes(id)),
        adoptable: scenario.state === 'prepared',
      };
    }),
  );
}
