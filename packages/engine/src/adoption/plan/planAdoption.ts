import {
  AdoptionNote,
  AdoptionObstacle,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping, loadYaml, YamlError } from '../../yaml';
import { Chart, withMark } from '../chart/Chart';
import { helperTemplate } from '../helper/helperTemplate';
import { placeHelper } from '../helper/placeHelper';
import { editReference } from '../references/editReference';
import { readReferences } from '../references/readReferences';
import { scalersOfLibraries } from '../references/scalersOfLibraries';
import { showsOfAllValues } from '../references/wholeValues';
import { editSchema } from '../schema/editSchema';
import { applyLineEdits, LineEdit } from '../templates/applyLineEdits';
import {
  TemplateDepthError,
  TemplateSyntaxError,
} from '../templates/readActions';
import { TemplateFile } from '../templates/TemplateFile';
import { CannotAdoptError, note } from '../texts/AdoptionText';
import { editValues } from '../values/editValues';
import { editWorkload } from '../workloads/editWorkload';
import { readWorkloads } from '../workloads/WorkloadTemplate';
import { chooseSwitches } from './chooseSwitches';
import { conditionProbes } from './conditionProbes';
import { editMentions } from './editMentions';
import { fillingsOf } from './fillingsOf';
import { Probe } from './Probe';
import { nameIn, switchesByName } from './switchesByName';

const VALUES = 'values.yaml';
const SCHEMA = 'values.schema.json';
/** Each is proved alone, too, with all values. */
const MOST_WORKLOADS = 50;

/** What is to be changed in a chart. Nothing of it is proved. */
export interface AdoptionPlan {
  /** New texts of files, by path. */
  changes: ReadonlyMap<string, string>;
  workloads: readonly PlannedWorkload[];
  /** Templates that loop over workloads: values may have more of them than the chart's own. */
  loops: ReadonlySet<string>;
  /** The chart's own values, without those of charts below. */
  values: Readonly<Record<string, unknown>>;
  /** Values that show what is only rendered with them, to look at it, too. */
  probes: readonly Probe[];
  /** Values of our own for what is empty in the chart's, to see where it comes out. */
  fillings: readonly Probe[];
  /** Sync options of Argo CD where annotations come from the values, by the path of these. */
  syncOptions: ReadonlyMap<string, Probe>;
  notes: readonly AdoptionNote[];
}

/** A workload that gets a switch. */
export interface PlannedWorkload {
  template: string;
  /** Of its kind; counts from 1. */
  line: number;
  /** The values path of its switch. */
  switchPath: string;
  /** Whether replicas is rendered now where an autoscaler had left it out. */
  replicasAdded: boolean;
}

/** @throws CannotAdoptError with everything that is in the way */
export function planAdoption(chart: Chart): AdoptionPlan {
  const files = readTemplates(chart);
  refuseOwnSwitch(chart);
  const obstacles: AdoptionObstacle[] = [];
  const workloads = files.flatMap(file => {
    const read = readWorkloads(file);
    obstacles.push(...read.obstacles);
    return read.workloads;
  });
  refuseTooMany(workloads.length);
  if (workloads.length > 0) {
    obstacles.push(
      ...showsOfAllValues(files),
      ...scalersOfLibraries(files, chart.texts),
    );
  }
  const references = collect(files, readReferences, obstacles).flat();
  if (obstacles.length > 0) {
    throw new CannotAdoptError(obstacles);
  }
  if (workloads.length === 0) {
    throw new CannotAdoptError('noDeployment');
  }
  const { path: helper, prefix } = placeHelper(chart.name, chart.texts);
  const values = chart.texts.get(VALUES) ?? '';
  const ownValues = readValues(chart, values);
  const switches = chooseSwitches(workloads, {
    chart,
    files,
    ownValues,
    prefix,
  });
  const own = switches.flatMap(({ paths }) => paths);
  refuseTooMany(own.length);
  const edits = new Map<TemplateFile, LineEdit[]>();
  const add = (file: TemplateFile, added: readonly LineEdit[]) =>
    edits.set(file, [...(edits.get(file) ?? []), ...added]);
  const notes: AdoptionNote[] = [];
  const planned = collect(
    workloads.map((workload, index) => ({ workload, ...switches[index] })),
    ({ paths, switchOf, workload }) => {
      const result = editWorkload(workload, switchOf);
      add(workload.file, result.edits);
      if (result.replicasAdded !== undefined) {
        notes.push(
          note('replicasAdded', {
            template: workload.file.path,
            line: result.replicasAdded + 1,
          }),
        );
      }
      return (paths.length === 0 ? [[]] : paths).map(path => ({
        template: workload.file.path,
        line: workload.kind + 1,
        switchPath: [...path, 'progressiveDelivery.enabled'].join('.'),
        replicasAdded: result.replicasAdded !== undefined,
      }));
    },
    obstacles,
  ).flat();
  const switchAt = switchesByName(
    workloads,
    switches.map(each => each.switchOf),
  );
  collect(
    references,
    reference => {
      const { file, section } = reference;
      const name = nameIn(file, section);
      const switchOf = name && switchAt({ ...reference, ...name });
      if (!switchOf) {
        throw new CannotAdoptError('referenceUnclear', {
          template: file.path,
          line: section.key + 1,
        });
      }
      add(file, editReference(reference, switchOf));
    },
    obstacles,
  );
  if (obstacles.length > 0) {
    throw new CannotAdoptError(obstacles);
  }
  const mentions = editMentions(files, {
    changing: [...edits.keys()],
    switchAt,
  });
  mentions.edits.forEach((each, file) => add(file, each));
  const schema = chart.texts.get(SCHEMA);
  const newHelper = helperTemplate(
    prefix,
    switches.some(({ switchOf }) => switchOf.own.length > 0),
  );
  const lineEnd = workloads[0].file.lineEnd;
  const changed: (readonly [path: string, text: string])[] = [
    [VALUES, editValues(values, own)],
    ...(schema === undefined
      ? []
      : [[SCHEMA, editSchema(schema, own)] as const]),
    [helper, newHelper.replaceAll('\n', lineEnd)],
    ...[...edits].map(
      ([file, each]) => [file.path, applyLineEdits(file, each)] as const,
    ),
  ];
  const maps = fillingsOf(files, { values: ownValues, workloads });
  return {
    changes: new Map(
      changed.map(([path, text]) => [path, withMark(chart, path, text)]),
    ),
    workloads: planned,
    loops: new Set(
      workloads.flatMap(({ file, loop }) => (loop ? file.path : [])),
    ),
    values: ownValues,
    probes: conditionProbes(files, {
      commands: mentions.edited,
      references,
      values: ownValues,
      workloads,
    }),
    fillings: maps.fillings,
    syncOptions: maps.syncOptions,
    notes: [...notes, ...mentions.notes],
  };
}

function readTemplates({ texts }: Chart): TemplateFile[] {
  return [...texts]
    .filter(([path]) => path.startsWith('templates/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      try {
        return TemplateFile.read(path, text);
      } catch (error) {
        const isDeep = error instanceof TemplateDepthError;
        if (isDeep || error instanceof TemplateSyntaxError) {
          throw new CannotAdoptError(
            isDeep ? 'templateTooDeep' : 'templateUnreadable',
            {
              template: path,
              line: text.slice(0, error.offset).split('\n').length,
            },
          );
        }
        throw error;
      }
    });
}

/** The chart's own values, without those of charts below. */
function readValues(
  { dependencies }: Chart,
  text: string,
): Record<string, unknown> {
  try {
    const values = loadYaml(text);
    return Object.fromEntries(
      Object.entries(isMapping(values) ? values : {}).filter(
        ([key]) => !dependencies.has(key),
      ),
    );
  } catch (error) {
    if (error instanceof YamlError) {
      return {};
    }
    throw error;
  }
}

function refuseTooMany(count: number): void {
  if (count > MOST_WORKLOADS) {
    throw new CannotAdoptError('tooManyDeployments', {
      count,
      limit: MOST_WORKLOADS,
    });
  }
}

function refuseOwnSwitch({ texts }: Chart): void {
  for (const [file, text] of texts) {
    const at = text.indexOf('progressiveDelivery');
    if (
      at !== -1 &&
      (file.startsWith('templates/') || [VALUES, SCHEMA].includes(file))
    ) {
      throw new CannotAdoptError('hasSwitch', {
        file,
        line: text.slice(0, at).split('\n').length,
      });
    }
  }
}

/** Does something with each, and collects what is in the way instead of ending at the first. */
function collect<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  obstacles: AdoptionObstacle[],
): Result[] {
  return items.flatMap(item => {
    try {
      return [work(item)];
    } catch (error) {
      if (error instanceof CannotAdoptError) {
        obstacles.push(...error.obstacles);
        return [];
      }
      throw error;
    }
  });
}
