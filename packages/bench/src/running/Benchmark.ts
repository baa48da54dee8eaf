import { Row } from '../report/Row';

/** What a benchmark is given. */
export interface BenchmarkContext {
  /** Told one line of progress at a time: what is being done, and what was measured that no row shows. */
  log: (line: string) => void;
  /** Aborted on Ctrl-C. What was started is ended then, whether or not the benchmark heeds it. */
  signal: AbortSignal;
  /** How often what is measured is repeated, where the benchmark has {@link Benchmark.rounds}. */
  rounds: number;
  /** An empty folder of its own, removed afterwards. */
  directory: string;
  /** Is called at the end, however that comes; what was started last ends first. */
  atEnd: (end: () => Promise<void> | void) => void;
}

/** One of `src/benchmarks`. */
export interface Benchmark {
  /** What it measures, on what, and what it compares with: for whoever reads its table. */
  description: string;
  /** How often it repeats what it measures, unless `--rounds` says otherwise; absent where that is not to be chosen. */
  rounds?: number;
  /**
   * Measures, on real parts and in one run. A value is a ratio, a count, or a time where the bar is one; its `what` says
   * what is compared, and how often it was repeated.
   */
  run: (context: BenchmarkContext) => Promise<Row[]>;
}
