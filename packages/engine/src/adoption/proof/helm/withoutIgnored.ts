import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { unpackChart } from '../../../charts/archives/chartArchive';
import { findUnusualRule } from '../../../overlays/charts/siblingChart';
import { Chart } from '../../chart/Chart';
import { Helm } from './Helm';
import { writeChart } from './writeChart';

const IGNORES = '.helmignore';

/** A chart without the templates that its .helmignore has Helm leave out. They stay among its files. */
export async function withoutIgnored(chart: Chart, helm: Helm): Promise<Chart> {
  const ignores = chart.texts.get(IGNORES);
  if (
    ignores === undefined ||
    (findUnusualRule(ignores) === undefined &&
      !Array.from(chart.texts.keys()).some(isUnusualTemplate))
  ) {
    return chart;
  }
  const parent = join(helm.directory, 'ignoring');
  await writeChart(join(parent, chart.name), chart.files);
  const archive = await helm.package({ parent, chart: chart.name, values: [] });
  const read = archive && (await filesOf(archive, chart.name));
  // One that cannot be packed is looked at as a whole.
  return read
    ? {
        ...chart,
        texts: new Map(
          [...chart.texts].filter(
            ([path]) => !path.startsWith('templates/') || read.has(path),
          ),
        ),
      }
    : chart;
}

/** One that the usual rules may be about, such as `templates/hpa.yaml.orig`. */
function isUnusualTemplate(path: string): boolean {
  return path.startsWith('templates/') && !/\.(?:ya?ml|tpl|txt)$/.test(path);
}

async function filesOf(archive: Buffer, name: string) {
  try {
    return await unpackChart(archive, name);
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}
