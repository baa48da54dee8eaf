import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Chart } from '../chart/Chart';
import { AdoptionPlan } from '../plan/planAdoption';
import { Helm, HelmInput } from './helm/Helm';
import { NOTES_TEMPLATE, pathOfNotesTemplate } from './helm/notesTemplate';
import { RenderedObject } from './comparing/RenderedObject';
import { writeChart } from './helm/writeChart';

/** A chart as it is and as it would be, on disk. */
export class AdoptionTrial {
  static async create(
    chart: Chart,
    plan: AdoptionPlan,
    helm: Helm,
  ): Promise<AdoptionTrial> {
    const trial = new AdoptionTrial(chart, plan, helm);
    const shown =
      trial.notes === undefined ? [] : [[trial.notes, NOTES_TEMPLATE] as const];
    await writeChart(
      join(trial.before, chart.name),
      new Map<string, Buffer | string>([...chart.files, ...shown]),
    );
    await writeChart(
      join(trial.after, chart.name),
      new Map<string, Buffer | string>([
        ...chart.files,
        ...plan.changes,
        ...shown,
      ]),
    );
    return trial;
  }

  /** The template that shows the notes, where these change. */
  readonly notes: string | undefined;
  private readonly before: string;
  private readonly after: string;
  private readonly templates: ReadonlySet<string>;

  private constructor(
    readonly chart: Chart,
    readonly plan: AdoptionPlan,
    readonly helm: Helm,
  ) {
    this.before = join(helm.directory, 'before');
    this.after = join(helm.directory, 'after');
    this.notes = plan.changes.has('templates/NOTES.txt')
      ? pathOfNotesTemplate(chart.files.keys())
      : undefined;
    this.templates = new Set(
      plan.workloads.map(({ template }) => this.sourceOf(template)),
    );
  }

  /** The chart with some values files, as Helm takes it. */
  input(which: 'before' | 'after', values: readonly string[]): HelmInput {
    return { parent: this[which], chart: this.chart.name, values };
  }

  /**
   * Writes a values file, of which the name is ours.
   *
   * @param called - what people know it by
   */
  async valuesFile(
    name: string,
    content: Buffer | string | object,
    called?: string,
  ): Promise<string> {
    const folder = join(this.helm.directory, 'values');
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${name}.yaml`);
    await writeFile(
      file,
      typeof content === 'string' || Buffer.isBuffer(content)
        ? content
        : JSON.stringify(content),
    );
    if (called !== undefined) {
      this.helm.names.set(file, called);
    }
    return file;
  }

  /** How Helm names a template of the chart. */
  sourceOf(template: string): string {
    return `${this.chart.name}/${template}`;
  }

  /** Whether an object is a workload that gets a switch. */
  readonly isAdopted = ({ kind, source }: RenderedObject): boolean =>
    kind === 'Deployment' && this.templates.has(source);
}

/** Values that have one at a path, such as `progressiveDelivery.enabled`. */
export function valuesWith(path: string, value: unknown): object {
  return path
    .split('.')
    .reduceRight<unknown>((below, key) => ({ [key]: below }), value) as object;
}
