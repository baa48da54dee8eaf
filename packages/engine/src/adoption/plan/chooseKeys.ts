import { Chart } from '../chart/Chart';
import { CannotAdoptError } from '../texts/AdoptionText';
import { showsValues } from '../references/wholeValues';
import { editValues } from '../values/editValues';
import { linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { WorkloadLoop } from '../workloads/WorkloadLoop';
import { WorkloadTemplate } from '../workloads/WorkloadTemplate';

const OTHER_THINGS = /autoscal|hpa|keda|replica|global|image|service|strategy/i;

/**
 * The keys of the values, other than those of loops, below which each workload gets a switch of its own: those of its values, or some that are free.
 */
export function chooseKeys(
  workloads: readonly WorkloadTemplate[],
  {
    chart,
    files,
    loops,
  }: {
    chart: Chart;
    files: readonly TemplateFile[];
    loops: readonly WorkloadLoop[];
  },
): string[][] {
  // One more key in what is looped over is one more workload.
  const taken = new Set(loops.map(({ path }) => path.join('.')));
  return workloads.map(workload => {
    const keys = candidates(workload, chart.name).find(
      path => !taken.has(path.join('.')) && isFree(path, chart, files),
    );
    if (!keys) {
      throw new CannotAdoptError('noKey', { workload: workload.name });
    }
    taken.add(keys.join('.'));
    return keys;
  });
}

function candidates(workload: WorkloadTemplate, chart: string): string[][] {
  const { blocks, file, name, spec } = workload;
  const replicas = linesOf(spec)
    .map(index => file.line(index))
    .filter(line => /^\s*replicas:/.test(line));
  const used = [...replicas, ...blocks.map(({ argument }) => argument)]
    .flatMap(text => [...text.matchAll(/\$?\.Values((?:\.\w+)+)/g)])
    .map(([, path]) => path.slice(1).split('.').slice(0, -1))
    .filter(path => path.length > 0 && !OTHER_THINGS.test(path.join('.')));
  const suffix = /(?:-|%s-)([a-z0-9][a-z0-9-]*)[^a-z0-9]*$/i.exec(
    name.replace(/\{\{ printf "%s-([\w-]+)".*$/, '-$1'),
  )?.[1];
  const base = file.path
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/[-_.]?(?:deployment|deploy)[-_.]?/, '');
  const folder = file.path.split('/').slice(1, -1).at(-1);
  const names = [suffix, base, folder, chart]
    .flatMap(each => (each ? [camelCase(each)] : []))
    .filter(each => /^[a-z]\w*$/i.test(each));
  return [
    ...used,
    ...names.map(each => [each]),
    ...names.map(each => [`${each}Workload`]),
  ];
}

function isFree(
  path: readonly string[],
  chart: Chart,
  files: readonly TemplateFile[],
): boolean {
  const [first] = path;
  if (chart.dependencies.has(first) || first === 'progressiveDelivery') {
    return false;
  }
  const values = chart.texts.get('values.yaml') ?? '';
  const isThere = new RegExp(`^(["']?)${first}\\1:`, 'm').test(values);
  const used = new RegExp(`\\.Values\\.${first}\\b`);
  const isUsed = files.some(({ text }) => used.test(text));
  const isShown = files.some(file => showsValues(file, path));
  if ((!isThere && isUsed) || isShown) {
    return false;
  }
  try {
    editValues(values, [path]);
    return true;
  } catch (error) {
    if (error instanceof CannotAdoptError) {
      return false;
    }
    throw error;
  }
}

function camelCase(name: string): string {
  return name
    .replace(/[^a-zA-Z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^\w/, letter => letter.toLowerCase());
}
