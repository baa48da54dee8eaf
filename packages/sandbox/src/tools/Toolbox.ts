import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { folders } from '../folders';
import { cacheKey } from './cacheKey';
import {
  optionalModules,
  sandboxModules,
  Tool,
  ToolAsset,
  ToolModule,
} from './toolModules';

/** A tool and where its binary is, or will be once it is built. */
export interface PlacedTool {
  tool: Tool;
  module: ToolModule;
  /** The folder with the module's `go.mod`. */
  source: string;
  goVersion: string;
  binary: string;
}

export interface PlacedAsset {
  asset: ToolAsset;
  module: ToolModule;
  source: string;
  goVersion: string;
  folder: string;
}

/** Knows where each tool and asset belongs in the user's cache. What is there is complete. */
export class Toolbox {
  static create(
    options: { modules?: ToolModule[]; cache?: string } = {},
  ): Toolbox {
    return new Toolbox(
      options.modules ?? [...sandboxModules, ...optionalModules],
      options.cache ??
        join(
          process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
          'progressive-delivery',
          'tools',
        ),
    );
  }

  readonly tools: PlacedTool[] = [];
  readonly assets: PlacedAsset[] = [];

  private constructor(modules: ToolModule[], readonly cache: string) {
    for (const module of modules) {
      const source = join(folders.tools, module.name);
      const files = readModuleFiles(source);
      const goVersion = parseGoVersion(files['go.mod'], module.name);
      const folder = join(
        cache,
        cacheKey({
          module,
          goVersion,
          platform: `${process.platform}/${process.arch}`,
          files,
        }),
      );
      for (const tool of module.tools) {
        const binary = join(folder, 'bin', tool.name);
        this.tools.push({ tool, module, source, goVersion, binary });
      }
      for (const asset of module.assets) {
        this.assets.push({
          asset,
          module,
          source,
          goVersion,
          folder: join(folder, 'assets', asset.name),
        });
      }
    }
  }

  /** Absolute path of a tool's binary. */
  tool(name: string): string {
    const placed = this.tools.find(({ tool }) => tool.name === name);
    if (!placed) {
      throw new NotFoundError(`The sandbox has no tool named ${name}`);
    }
    return placed.binary;
  }

  /** Absolute path of an asset's folder. */
  asset(name: string): string {
    const placed = this.assets.find(({ asset }) => asset.name === name);
    if (!placed) {
      throw new NotFoundError(`The sandbox has no asset named ${name}`);
    }
    return placed.folder;
  }

  isBuilt(name: string): boolean {
    return existsSync(this.tool(name));
  }
}

function readModuleFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map(name => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]),
  );
}

function parseGoVersion(goMod: string, module: string): string {
  const [, version] = /^go (\S+)$/m.exec(goMod) ?? [];
  if (!version) {
    throw new NotFoundError(`tools/${module}/go.mod names no Go version`);
  }
  return version;
}
