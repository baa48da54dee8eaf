import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import {
  findCommand,
  ProcessError,
  runProcess,
  toolEnvironment,
  WorkerProcesses,
} from '../../../processes';
import { CannotAdoptError } from '../../texts/AdoptionText';

const MEBIBYTE = 1024 * 1024;
const SECONDS = 60;
/** What a release is called: no chart has this name, so that names which do not come from the release differ. */
const RELEASE = 'release';

/** What came of a rendering; the message is Helm's. */
export type HelmResult =
  | { state: 'rendered'; text: string }
  | { state: 'failed'; message: string };

/** A chart on disk, and values files that are put over its own. All paths are ours: nothing of a chart is an argument. */
export interface HelmInput {
  /** The folder that holds the chart. */
  parent: string;
  /** The chart's folder in it. */
  chart: string;
  values: readonly string[];
}

/** The Helm of this machine, without its settings, plugins and network. As many run at once as there are processors. */
export class Helm {
  /**
   * @param options.command - a name to be found on the PATH, or a path
   * @param options.within - a command with arguments that runs it within limits
   * @param options.processes - those of whoever ends it and removes its files; default: its own, until `signal`
   * @throws CannotAdoptError where there is none that runs
   */
  static async create({
    command = 'helm',
    processes,
    signal,
    within = [],
  }: {
    command?: string;
    processes?: WorkerProcesses;
    signal?: AbortSignal;
    within?: readonly string[];
  } = {}): Promise<Helm> {
    const path = await findCommand(
      /[\\/]/.test(command) ? resolve(command) : command,
    );
    if (path === undefined) {
      throw new CannotAdoptError('helmMissing', { command });
    }
    const own = processes ?? (await ownProcesses(signal));
    const helm = new Helm(
      [...within, path],
      own,
      await toolEnvironment(own.directory),
      processes !== undefined,
    );
    try {
      await helm.check(command);
    } catch (error) {
      await helm.end();
      throw error;
    }
    return helm;
  }

  /** What people know values files by, by their paths here. */
  readonly names = new Map<string, string>();
  private readonly limit = pLimit(Math.max(2, availableParallelism()));

  private constructor(
    private readonly command: readonly string[],
    private readonly processes: WorkerProcesses,
    private readonly env: Record<string, string>,
    private readonly kept: boolean,
  ) {}

  /** For temporary files. */
  get directory(): string {
    return this.processes.directory;
  }

  /** @param release - what it is called; default: a name that no chart has */
  async template(
    input: HelmInput,
    release: string = RELEASE,
  ): Promise<HelmResult> {
    try {
      return {
        state: 'rendered',
        text: await this.run(
          ['template', release, input.chart, '--namespace', 'default'],
          input,
        ),
      };
    } catch (error) {
      if (error instanceof ProcessError && error.reason.kind !== 'aborted') {
        return { state: 'failed', message: this.messageOf(error, input) };
      }
      throw error;
    }
  }

  /** What it has to say of a chart, a line each. It ends with 1 where it has errors. */
  async lint(input: HelmInput): Promise<string[]> {
    const text = await this.run(['lint', '--strict', input.chart], input, [1]);
    return text
      .replaceAll(input.parent, '')
      .split('\n')
      .filter(line => /^\[(?:INFO|WARNING|ERROR)\]/.test(line));
  }

  /**
   * Packs a chart with the files that it reads.
   *
   * @returns `undefined` where it cannot
   */
  async package(input: HelmInput): Promise<Buffer | undefined> {
    const folder = join(this.directory, 'packed');
    try {
      await this.run(['package', input.chart, '--destination', folder], input);
    } catch (error) {
      if (error instanceof ProcessError && error.reason.kind !== 'aborted') {
        return undefined;
      }
      throw error;
    }
    const [archive] = await readdir(folder);
    return readFile(join(folder, archive));
  }

  /** Removes its files where nobody else does. */
  async end(): Promise<void> {
    if (!this.kept) {
      await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  private async check(command: string): Promise<void> {
    const version = await this.run(['version', '--short'], {
      parent: this.directory,
      values: [],
    }).catch(error => {
      if (error instanceof ProcessError && error.reason.kind !== 'aborted') {
        throw new CannotAdoptError('helmUnusable', {
          command,
          message: error.stderr.trim() || error.message,
        });
      }
      throw error;
    });
    if (!/^v[34]\.\d/.test(version)) {
      const [said] = version.split('\n');
      throw new CannotAdoptError('helmUnusable', {
        command,
        message: `it says of its version: ${said.slice(0, 200)}`,
      });
    }
  }

  private async run(
    args: string[],
    { parent, values }: Pick<HelmInput, 'parent' | 'values'>,
    exitCodes: readonly number[] = [],
  ): Promise<string> {
    const [command, ...before] = this.command;
    return this.limit(async () => {
      const output = await this.processes.run({
        command,
        args: [
          ...before,
          ...args,
          ...values.flatMap(file => ['--values', file]),
        ],
        directory: parent,
        env: this.env,
        timeout: SECONDS * 1000,
        outputLimit: 10 * MEBIBYTE,
        exitCodes,
      });
      return output.toString('utf8');
    });
  }

  /** Its own words, without our folders. */
  private messageOf(
    { message, stderr }: ProcessError,
    { parent, values }: HelmInput,
  ): string {
    const said = values.reduce(
      (text, file) => text.replaceAll(file, this.names.get(file) ?? file),
      stderr.replaceAll(`${parent}/`, ''),
    );
    return (
      said
        .replace(/^Error: /m, '')
        .replace(/\n*Use --debug flag.*\n?/, '')
        .trim() || message
    );
  }
}

/** Processes of this very thread, with a folder of their own. */
async function ownProcesses(
  signal: AbortSignal | undefined,
): Promise<WorkerProcesses> {
  return {
    directory: await realpath(
      await mkdtemp(join(tmpdir(), 'progressive-delivery-adopt-')),
    ),
    run: options => runProcess({ ...options, signal }),
  };
}
