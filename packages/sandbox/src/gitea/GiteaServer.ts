import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createPartContext } from '../createPartContext';
import { ProcessTable } from '../processes/ProcessTable';
import { loadSettings } from '../sandboxSettings';
import { ToolBuilder } from '../tools/ToolBuilder';
import { sandboxModules } from '../tools/toolModules';
import { Toolbox } from '../tools/Toolbox';
import { GiteaClient, GiteaConnection } from './GiteaClient';
import { runGitea } from './runGitea';

export interface GiteaServerOptions {
  /** Where everything of it lives. */
  directory: string;
  /** Told one line of progress at a time. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

/** The sandbox's Git host with nothing around it: an empty repository, and nobody who is told of pushes. */
export class GiteaServer {
  /** Builds what is missing, starts Gitea, and resolves when it answers. */
  static async start(options: GiteaServerOptions): Promise<GiteaServer> {
    const directory = resolve(options.directory);
    const signal = options.signal ?? new AbortController().signal;
    const toolbox = Toolbox.create({ modules: sandboxModules });
    await ToolBuilder.create({
      toolbox,
      log: options.log ?? (() => undefined),
      signal,
    }).build(['gitea']);
    for (const name of ['home', 'tmp']) {
      mkdirSync(join(directory, name), { recursive: true, mode: 0o700 });
    }
    const processes = ProcessTable.create({ directory });
    try {
      const connection = await runGitea({
        ...createPartContext({ directory, toolbox, processes, signal }),
        settings: await loadSettings(directory),
      });
      await GiteaClient.create(connection).createRepository();
      return new GiteaServer(connection, processes);
    } catch (error) {
      await processes.endAll();
      throw error;
    }
  }

  private constructor(
    readonly connection: GiteaConnection,
    private readonly processes: ProcessTable,
  ) {}

  async stop(): Promise<void> {
    await this.processes.endAll();
  }
}
