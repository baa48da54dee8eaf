import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { writeFileAtomically } from '../writeFileAtomically';
import { BackgroundProcess } from './BackgroundProcess';
import { endProcesses } from './endProcesses';
import { kwokProcesses } from './kwokProcesses';
import { lastLines } from './lastLines';
import { isRunning, ProcessIdentity, processIdentity } from './processIdentity';
import {
  identitySchema,
  SandboxProcess,
  sandboxProcessSchema,
} from './SandboxProcess';

const tableSchema = z.object({
  owner: identitySchema.optional(),
  processes: z.array(sandboxProcessSchema),
});

export interface StartProcessOptions {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
}

/**
 * The processes of one sandbox, also on disk (`processes.json`), so that another terminal, or the next start after
 * this one was killed, can end them all.
 */
export class ProcessTable {
  private processes: SandboxProcess[] = [];
  private commands: SandboxProcess[] = [];

  /** Takes the table of a directory over. What the directory's last owner left behind must be ended before. */
  static create(options: { directory: string }): ProcessTable {
    const table = new ProcessTable(options.directory);
    table.save();
    return table;
  }

  /** Ends everything that is recorded for a directory and answers how many of it were still running. */
  static async endAllOf(directory: string): Promise<number> {
    // Kwokctl's are looked up as well: whoever started them may have been killed before it could write them down.
    const running: ProcessIdentity[] = [
      ...ProcessTable.read(directory).processes,
      ...kwokProcesses(directory),
    ].filter(isRunning);
    await endProcesses(running);
    return new Set(running.map(({ pid }) => pid)).size;
  }

  /** The process that runs this directory's sandbox, if it is still there. */
  static ownerOf(directory: string): ProcessIdentity | undefined {
    const { owner } = ProcessTable.read(directory);
    return owner && isRunning(owner) ? owner : undefined;
  }

  private static read(directory: string): z.infer<typeof tableSchema> {
    try {
      return tableSchema.parse(
        JSON.parse(readFileSync(join(directory, 'processes.json'), 'utf8')),
      );
    } catch {
      return { processes: [] };
    }
  }

  private constructor(private readonly directory: string) {}

  logFile(name: string): string {
    return join(this.directory, 'logs', `${name}.log`);
  }

  /** Starts a part in a process group of its own. */
  start(options: StartProcessOptions): SandboxProcess {
    const log = this.logFile(options.name);
    mkdirSync(dirname(log), { recursive: true });
    // It is ended by its identity, since that may be done from another terminal. A program that cannot be run counts as
    // ended, like one that exits at once.
    const { pid } = BackgroundProcess.start({
      command: options.command,
      args: options.args,
      environment: options.env,
      cwd: options.cwd,
      output: { file: log },
      ownGroup: true,
    });
    const started = {
      pid,
      startTime: processIdentity(pid)?.startTime ?? '',
      name: options.name,
      log,
    };
    this.add([started]);
    return started;
  }

  /** Records processes that something else started for this sandbox. */
  add(processes: SandboxProcess[]): void {
    this.processes.push(...processes);
    this.save();
  }

  /** Records a command that is running just now and will end by itself: it must end with the sandbox too. */
  addCommand(name: string, pid: number): void {
    const identity = processIdentity(pid);
    if (identity) {
      this.commands = this.commands.filter(isRunning);
      this.commands.push({ ...identity, name, log: '' });
      this.save();
    }
  }

  /** Those that are not running any more though nobody asked them to end, each told once. */
  takeEnded(): SandboxProcess[] {
    const ended = this.processes.filter(known => !isRunning(known));
    if (ended.length > 0) {
      this.processes = this.processes.filter(isRunning);
      this.save();
    }
    return ended;
  }

  async endAll(): Promise<void> {
    const all = [...this.processes, ...this.commands];
    this.processes = [];
    this.commands = [];
    await endProcesses(all);
    await ProcessTable.endAllOf(this.directory);
    writeFileAtomically(
      join(this.directory, 'processes.json'),
      JSON.stringify({ processes: [] }),
    );
  }

  /** The last lines of a process's log, for a message that says why it ended. */
  lastLines({ log }: SandboxProcess): string {
    return lastLines(log);
  }

  private save(): void {
    writeFileAtomically(
      join(this.directory, 'processes.json'),
      JSON.stringify(
        {
          owner: processIdentity(process.pid),
          processes: [...this.processes, ...this.commands],
        },
        undefined,
        2,
      ),
    );
  }
}
