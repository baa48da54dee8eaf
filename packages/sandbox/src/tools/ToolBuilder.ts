import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setPriority } from 'node:os';
import { CustomErrorBase, NotFoundError } from '@backstage/errors';
import { z } from 'zod/v4';
import { runCommand } from '../processes/runCommand';
import { BuildLock } from './BuildLock';
import {
  buildArguments,
  buildEnvironment,
  goEnvironment,
} from './buildArguments';
import {
  checkPrerequisites,
  compilerPrerequisite,
  goPrerequisite,
} from './checkPrerequisites';
import { copyAsset } from './copyAsset';
import type { PlacedAsset, PlacedTool, Toolbox } from './Toolbox';

/** A tool could not be built; the message ends with what `go` said. */
export class BuildError extends CustomErrorBase {
  name = 'BuildError' as const;
}

export interface BuildProgress {
  /** The tool that is being built. */
  tool: string;
  /** For a person: `building kube-apiserver (2 of 9)`. */
  message: string;
}

export interface ToolBuilderOptions {
  toolbox: Toolbox;
  log: (line: string) => void;
  onProgress?: (progress: BuildProgress) => void;
  /** Told of each command that runs, so that it can be ended from elsewhere. */
  onCommand?: (pid: number) => void;
  signal?: AbortSignal;
}

const moduleSchema = z.object({ Dir: z.string() });

/** Backstage must stay responsive while the compiler keeps every core busy. */
const NICENESS = 5;
const STILL_BUILDING_SECONDS = 30;

/**
 * Builds tools with the Go client, one after the other, into the user's cache. What is there is not built again; what
 * an interrupted build has compiled is in Go's own cache, so the next one goes on from there.
 */
export class ToolBuilder {
  static create(options: ToolBuilderOptions): ToolBuilder {
    return new ToolBuilder(options);
  }

  private readonly lock: BuildLock;
  private readonly waiters: { names: string[]; done: () => void }[] = [];

  private constructor(private readonly options: ToolBuilderOptions) {
    this.lock = BuildLock.create({
      path: join(options.toolbox.cache, 'build.lock'),
    });
  }

  /**
   * Builds these tools and copies their modules' assets.
   *
   * @throws {@link MissingPrerequisiteError} when Go or a C compiler is needed and missing or too old
   * @throws {@link BuildError} when a tool does not build
   */
  async build(names: string[]): Promise<void> {
    const { toolbox } = this.options;
    const wanted = names.map(name => {
      const placed = toolbox.tools.find(({ tool }) => tool.name === name);
      if (!placed) {
        throw new NotFoundError(`The sandbox has no tool named ${name}`);
      }
      return placed;
    });
    const missing = wanted.filter(({ binary }) => !existsSync(binary));
    const assets = toolbox.assets.filter(
      ({ module, folder }) =>
        wanted.some(placed => placed.module === module) && !existsSync(folder),
    );
    if (missing.length + assets.length > 0) {
      await checkPrerequisites([
        goPrerequisite,
        ...(missing.some(({ tool }) => tool.cgo) ? [compilerPrerequisite] : []),
      ]);
    }
    this.tellWaiters();
    for (const [index, placed] of missing.entries()) {
      await this.buildTool(placed, `${index + 1} of ${missing.length}`);
      for (const asset of assets) {
        if (asset.module === placed.module && !existsSync(asset.folder)) {
          await this.takeAsset(asset);
        }
      }
      this.tellWaiters();
    }
    for (const asset of assets.filter(({ folder }) => !existsSync(folder))) {
      await this.takeAsset(asset);
    }
    this.tellWaiters();
  }

  /** Resolves as soon as these tools, and their modules' assets, are there. */
  whenBuilt(names: string[]): Promise<void> {
    return new Promise(resolve => {
      this.waiters.push({ names, done: resolve });
      this.tellWaiters();
    });
  }

  isComplete(names: string[]): boolean {
    const { toolbox } = this.options;
    const placed = toolbox.tools.filter(({ tool }) =>
      names.includes(tool.name),
    );
    return (
      placed.every(({ binary }) => existsSync(binary)) &&
      toolbox.assets
        .filter(({ module }) => placed.some(tool => tool.module === module))
        .every(({ folder }) => existsSync(folder))
    );
  }

  private tellWaiters(): void {
    for (const waiter of this.waiters) {
      if (this.isComplete(waiter.names)) {
        waiter.done();
      }
    }
  }

  private async buildTool(placed: PlacedTool, position: string): Promise<void> {
    const { log, onProgress, signal } = this.options;
    const { tool, module, binary } = placed;
    const message = `building ${tool.name} (${position})`;
    let waitingFor = 0;
    await this.lock.acquire({
      signal,
      onWait: holder => {
        if (waitingFor !== holder.pid) {
          waitingFor = holder.pid;
          const waiting = `${tool.name} (${position}): another process (${holder.pid}) is building, waiting for it`;
          log(waiting);
          onProgress?.({ tool: tool.name, message: waiting });
        }
      },
    });
    try {
      if (existsSync(binary)) {
        return;
      }
      const started = Date.now();
      const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
      log(message);
      onProgress?.({ tool: tool.name, message });
      const stillBuilding = setInterval(
        () => log(`${message}, ${elapsed()} so far`),
        STILL_BUILDING_SECONDS * 1000,
      );
      try {
        await this.compile(placed);
      } catch (error) {
        signal?.throwIfAborted();
        throw new BuildError(
          `${tool.name} (tools/${module.name}) could not be built`,
          error,
        );
      } finally {
        clearInterval(stillBuilding);
      }
      log(`built ${tool.name} (${position}) in ${elapsed()}`);
    } finally {
      this.lock.release();
    }
  }

  private async compile(placed: PlacedTool): Promise<void> {
    const { signal, onCommand } = this.options;
    const { tool, source, goVersion, binary } = placed;
    await mkdir(dirname(binary), { recursive: true });
    const temporary = `${binary}.${process.pid}`;
    try {
      await runCommand('go', {
        args: buildArguments(tool, temporary),
        env: { ...process.env, ...buildEnvironment(tool, goVersion) },
        cwd: source,
        signal,
        onStart: pid => {
          setPriority(pid, NICENESS);
          onCommand?.(pid);
        },
      });
      await rename(temporary, binary);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  private async takeAsset(placed: PlacedAsset): Promise<void> {
    const { asset, source, goVersion, folder } = placed;
    const said = await runCommand('go', {
      args: ['mod', 'download', '-json', asset.module],
      env: { ...process.env, ...goEnvironment(goVersion) },
      cwd: source,
      signal: this.options.signal,
    });
    const module = moduleSchema.parse(JSON.parse(said));
    await copyAsset(join(module.Dir, asset.folder), folder);
  }
}
