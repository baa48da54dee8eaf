import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CustomErrorBase, NotFoundError } from '@backstage/errors';
import { z } from 'zod/v4';
import { runCommand } from '../processes/runCommand';
import {
  BuildEstimate,
  BuildProgress,
  describeProgress,
} from './BuildEstimate';
import { BuildLock } from './BuildLock';
import { goEnvironment } from './buildArguments';
import {
  checkPrerequisites,
  compilerPrerequisite,
  goPrerequisite,
} from './checkPrerequisites';
import { copyAsset } from './copyAsset';
import { compileTool } from './compileTool';
import { planBuild } from './planBuild';
import type { PlacedAsset, PlacedTool, Toolbox } from './Toolbox';
import type { ToolModule } from './toolModules';

/** A tool could not be built; the message ends with what `go` said. */
class BuildError extends CustomErrorBase {
  name = 'BuildError' as const;
}

export interface ToolBuilderOptions {
  toolbox: Toolbox;
  log: (line: string) => void;
  /** Told for a person how far the whole is, such as `38% built, about 6 minutes to go`. */
  onProgress?: (message: string, progress: BuildProgress) => void;
  /** Told of each command that runs, so that it can be ended from elsewhere. */
  onCommand?: (pid: number) => void;
  signal?: AbortSignal;
}

interface ModuleBuild {
  module: ToolModule;
  /** Those that are missing. */
  tools: PlacedTool[];
}

const moduleSchema = z.object({ Dir: z.string() });

const PROGRESS_SECONDS = 2;
const STILL_BUILDING_SECONDS = 30;

/**
 * Builds tools with the Go client into the user's cache. What is there is not built again;
 * what an interrupted build has compiled is in Go's own cache, so the next one goes on from there.
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
    const { log, onProgress, signal, toolbox } = this.options;
    const wanted = names.map(name => {
      const placed = toolbox.tools.find(({ tool }) => tool.name === name);
      if (!placed) {
        throw new NotFoundError(`The sandbox has no tool named ${name}`);
      }
      return placed;
    });
    this.tellWaiters();
    let waitingFor = 0;
    const isOurs = await this.lock.acquire({
      signal,
      isNeeded: () => !this.isComplete(names),
      onWait: holder => {
        // It may build what one of our parts waits for.
        this.tellWaiters();
        if (waitingFor !== holder.pid) {
          waitingFor = holder.pid;
          const waiting = `another process (${holder.pid}) is building, waiting for it`;
          log(waiting);
          onProgress?.(waiting, {});
        }
      },
    });
    if (isOurs) {
      try {
        await this.buildMissing(wanted);
      } finally {
        this.lock.release();
      }
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

  private async buildMissing(wanted: PlacedTool[]): Promise<void> {
    const missing = wanted.filter(({ binary }) => !existsSync(binary));
    const modules = [...new Set(wanted.map(({ module }) => module))];
    await checkPrerequisites([
      goPrerequisite,
      ...(missing.some(({ tool }) => tool.cgo) ? [compilerPrerequisite] : []),
    ]);
    const estimate = BuildEstimate.create();
    await this.compileAll(
      this.prepareAll(
        modules.map(module => ({
          module,
          tools: missing.filter(placed => placed.module === module),
        })),
        estimate,
      ),
      estimate,
    );
  }

  /** The tools of each module, as soon as its sources are there. Those of the others arrive while they are compiled. */
  private async *prepareAll(
    builds: ModuleBuild[],
    estimate: BuildEstimate,
  ): AsyncGenerator<PlacedTool> {
    const prepared: Promise<void>[] = [];
    for (const build of builds) {
      const preparing = (async () => {
        await prepared.at(-1);
        await this.prepare(build, estimate);
        if (build === builds.at(-1)) {
          estimate.complete();
        }
      })();
      // It is waited for below, unless a build fails before.
      preparing.catch(() => undefined);
      prepared.push(preparing);
    }
    for (const [index, { tools }] of builds.entries()) {
      await prepared[index];
      yield* tools;
    }
  }

  /** One after the other; each begins when the one before it is linked, which keeps but one core busy. */
  private async compileAll(
    tools: AsyncIterable<PlacedTool>,
    estimate: BuildEstimate,
  ): Promise<void> {
    const failure = new AbortController();
    const signal = AbortSignal.any([
      failure.signal,
      ...(this.options.signal ? [this.options.signal] : []),
    ]);
    const builds: Promise<void>[] = [];
    try {
      for await (const placed of tools) {
        await builds.at(-2);
        await new Promise<void>((resolve, reject) => {
          const build = this.compile(placed, estimate, {
            signal,
            onLink: resolve,
          });
          builds.push(build);
          build.then(resolve, reject);
        });
      }
      await Promise.all(builds);
    } catch (error) {
      failure.abort();
      await Promise.allSettled(builds);
      throw error;
    }
  }

  /** Fetches a module's sources, and takes the assets out of them. */
  private async prepare(
    { module, tools }: ModuleBuild,
    estimate: BuildEstimate,
  ): Promise<void> {
    const { log, onProgress, signal, toolbox } = this.options;
    const fetching = `fetching the sources of ${module.name}`;
    log(fetching);
    if (!estimate.isStarted) {
      onProgress?.(fetching, {});
    }
    for (const asset of toolbox.assets) {
      if (asset.module === module && !existsSync(asset.folder)) {
        await this.takeAsset(asset);
      }
    }
    if (tools.length > 0) {
      estimate.add(module.name, {
        packages: await planBuild(tools, { signal }),
        programs: tools.length,
      });
    }
    this.tellWaiters();
  }

  private async compile(
    placed: PlacedTool,
    estimate: BuildEstimate,
    { onLink, signal }: { onLink: () => void; signal: AbortSignal },
  ): Promise<void> {
    const { log, onCommand, onProgress } = this.options;
    const { module, tool } = placed;
    const started = Date.now();
    estimate.start(started);
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const tell = () => {
      const progress = estimate.progress(Date.now());
      onProgress?.(describeProgress(progress), progress);
    };
    log(`building ${tool.name}`);
    tell();
    const timers = [
      setInterval(tell, PROGRESS_SECONDS * 1000),
      setInterval(
        () => log(describeProgress(estimate.progress(Date.now()))),
        STILL_BUILDING_SECONDS * 1000,
      ),
    ];
    try {
      await compileTool(placed, {
        onPackage: path => {
          estimate.compiled(module.name, path);
          // The program itself is the last.
          if (path === tool.package) {
            onLink();
          }
        },
        onCommand,
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      throw new BuildError(
        `${tool.name} (tools/${module.name}) could not be built`,
        error,
      );
    } finally {
      timers.forEach(timer => clearInterval(timer));
    }
    estimate.linked();
    log(`built ${tool.name} in ${seconds()} s`);
    this.tellWaiters();
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
