import { describeBar, holds } from './bar';
import { Row } from './Row';
import { table } from './table';

/** As `--json` writes it. */
export interface ReportJson {
  name: string;
  /** As `git describe` tells it: with `-dirty` where something was not committed. */
  commit: string;
  machine: string;
  rows: {
    id: string;
    what: string;
    value: number;
    unit: string;
    bar: string;
    holds: boolean;
  }[];
}

export interface ReportOptions {
  name: string;
  commit: string;
  machine: string;
  rows: Row[];
}

/** What came of a run. */
export class Report {
  static create(options: ReportOptions): Report {
    return new Report(options);
  }

  private constructor(private readonly options: ReportOptions) {}

  /** Whether there is something, and all of it is as it has to be. */
  get holds(): boolean {
    const { rows } = this.options;
    return rows.length > 0 && rows.every(row => holds(row.value, row.bar));
  }

  toJSON(): ReportJson {
    const { name, commit, machine, rows } = this.options;
    return {
      name,
      commit,
      machine,
      rows: rows.map(({ id, what, value, unit, bar }) => ({
        id,
        what,
        value,
        unit,
        bar: describeBar(bar),
        holds: holds(value, bar),
      })),
    };
  }

  toString(): string {
    const { name, commit, machine, rows } = this.toJSON();
    const failed = rows.filter(row => !row.holds).map(({ id }) => id);
    return [
      table(
        ['id', 'what', 'value', 'unit', 'bar', 'holds'],
        rows.map(row => [
          row.id,
          row.what,
          formatValue(row.value),
          row.unit,
          row.bar,
          row.holds ? 'yes' : 'NO',
        ]),
      ),
      '',
      `${name} at ${commit} on ${machine}`,
      failed.length === 0
        ? `All ${rows.length} rows hold.`
        : `${failed.length} of ${rows.length} rows do not hold: ${failed.join(
            ', ',
          )}`,
    ].join('\n');
  }
}

function formatValue(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}
