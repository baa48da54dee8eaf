import { isMapping } from '../../yaml';
import { findScalers } from '../references/findScalers';
import { Reference } from '../references/readReferences';
import { linesOf } from '../templates/section';
import { TemplateFile } from '../templates/TemplateFile';
import { withoutVariables } from '../templates/variables';
import { WorkloadTemplate } from '../workloads/WorkloadTemplate';
import { Probe, probeWith } from './Probe';

/** A value that has a condition hold, or may have. */
interface Setting {
  path: string;
  value: unknown;
  /** Whether the condition is nothing but such values, so that all of them together have all conditions hold. */
  plain: boolean;
}

const VALUES_PATH = /(?<![\w.)])\$?\.Values((?:\.\w+)+)/g;
const SWITCH = /\.(?:enabled|create)$/;
const SCALING = /autoscal|hpa|keda|vpa/i;

/**
 * Values that enable workloads, autoscalers and what names a workload in a command: all together, and each alone, since one
 * may take the place of another. And all at once that turn on something within workloads.
 *
 * @param options.commands - the lines of these
 * @param options.values - the chart's own
 */
export function conditionProbes(
  files: readonly TemplateFile[],
  {
    commands,
    references,
    values,
    workloads,
  }: {
    commands: readonly { file: TemplateFile; line: number }[];
    references: readonly Reference[];
    values: Record<string, unknown>;
    workloads: readonly WorkloadTemplate[];
  },
): Probe[] {
  const found = [
    ...workloads.flatMap(({ file, kind }) => settingsAt(file, kind, values)),
    ...references.flatMap(({ file, section }) =>
      settingsAt(file, section.key, values),
    ),
    ...commands.flatMap(({ file, line }) => settingsAt(file, line, values)),
    ...files.flatMap(file =>
      file
        .documents()
        .filter(document => findScalers(file, document).length > 0)
        .flatMap(document =>
          settingsOfDocument(file, linesOf(document), values),
        ),
    ),
    ...switchesOfScalers(values),
  ];
  const settings = [
    ...new Map(
      // The first of a path stays where that is plain.
      found.reverse().map(setting => [keyOf(setting), setting]),
    ).values(),
  ].reverse();
  const plain = settings.filter(setting => setting.plain);
  const inside = workloads.flatMap(({ document, file }) =>
    settingsOfDocument(file, linesOf(document), values).filter(
      ({ path, value }) => value === true && valueAt(values, path) === false,
    ),
  );
  const probes = [
    probeWith(plain.map(({ path, value }) => [path, value])),
    ...settings.map(({ path, value }) => probeWith([[path, value]])),
    probeWith(inside.map(({ path, value }) => [path, value])),
  ].filter(probe => Object.keys(probe).length > 0);
  return [
    ...new Map(probes.map(probe => [JSON.stringify(probe), probe])).values(),
  ];
}

function keyOf({ path, value }: Setting): string {
  return JSON.stringify([path, value]);
}

/** What has the conditions around a line hold. */
function settingsAt(
  file: TemplateFile,
  line: number,
  values: Record<string, unknown>,
): Setting[] {
  return file.blocksAt(line).flatMap(({ argument, keyword }): Setting[] =>
    keyword === 'if'
      ? [
          ...pathsOf(file, argument).flatMap((path): Setting[] => {
            const plain = isPlain(argument);
            if (SWITCH.test(path)) {
              return [{ path, value: true, plain }];
            }
            return valueAt(values, path) === 0
              ? [{ path, value: 1, plain }]
              : [];
          }),
          ...equalities(argument),
        ]
      : [],
  );
}

/** What has values be what a condition compares them with. */
function equalities(argument: string): Setting[] {
  return [
    ...argument.matchAll(/\beq\s+\(?\$?\.Values((?:\.\w+)+)\)?\s+"([^"]*)"/g),
  ].map(([, path, value]) => ({ path: path.slice(1), value, plain: false }));
}

/** What has the conditions around and in a document hold. */
function settingsOfDocument(
  file: TemplateFile,
  lines: readonly number[],
  values: Record<string, unknown>,
): Setting[] {
  const inside = new Set(lines);
  const around = new Set(lines.flatMap(line => file.blocksAt(line)));
  return file.blocks
    .filter(
      block => around.has(block) || inside.has(file.lineOf(block.open.start)),
    )
    .filter(({ keyword }) => ['if', 'with'].includes(keyword))
    .flatMap(({ argument }) => {
      return [
        ...equalities(argument),
        ...pathsOf(file, argument).flatMap((path): Setting[] => {
          const value = valueFor(path, valueAt(values, path));
          return value === undefined
            ? []
            : [
                {
                  path,
                  value,
                  plain: SWITCH.test(path) && isPlain(argument),
                },
              ];
        }),
      ];
    });
}

/** What is true where the chart's own value is not. */
function valueFor(path: string, own: unknown): unknown {
  if (SWITCH.test(path)) {
    return true;
  }
  if (own === false) {
    return true;
  }
  return isEmpty(own) ? { probe: 'x' } : undefined;
}

/** What is off in the chart's values below what is called like an autoscaler. */
function switchesOfScalers(
  values: Record<string, unknown>,
  before: readonly string[] = [],
): Setting[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = [...before, key];
    if (isMapping(value)) {
      return switchesOfScalers(value, path);
    }
    return value === false &&
      ['enabled', 'create'].includes(key) &&
      before.some(each => SCALING.test(each))
      ? [{ path: path.join('.'), value: true, plain: true }]
      : [];
  });
}

/** Whether a value is one that people leave to who uses the chart. */
export function isEmpty(value: unknown): boolean {
  return (
    (value ?? null) === null ||
    (isMapping(value) && Object.keys(value).length === 0)
  );
}

/** A value of the chart, by its path. */
export function valueAt(
  values: Record<string, unknown>,
  path: string,
): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (below, key) =>
        isMapping(below) && Object.hasOwn(below, key) ? below[key] : undefined,
      values,
    );
}

/** The paths of values that an action reads, also by variables of its file. */
export function pathsOf(file: TemplateFile, code: string): string[] {
  const text = withoutVariables(file, code) ?? code;
  return [...text.matchAll(VALUES_PATH)].map(([, path]) => path.slice(1));
}

function isPlain(argument: string): boolean {
  return !/\b(?:not|eq|ne|lt|gt|or)\b/.test(argument);
}
