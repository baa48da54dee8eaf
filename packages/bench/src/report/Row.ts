import { Bar } from './bar';

/** What a benchmark has measured. */
export interface Row {
  /** Names the row from one run to the next, such as `first-status`. */
  id: string;
  /** What is compared with what, and how often it was repeated. */
  what: string;
  value: number;
  /** `ratio`, `requests`, `s`. */
  unit: string;
  bar: Bar;
}
