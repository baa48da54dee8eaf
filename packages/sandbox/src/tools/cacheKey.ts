import { createHash } from 'node:crypto';
import { buildArguments, buildEnvironment } from './buildArguments';
import type { ToolModule } from './toolModules';

export interface CacheKeyInput {
  module: ToolModule;
  goVersion: string;
  /** `<GOOS>/<GOARCH>` */
  platform: string;
  /** The module's files by name: `go.mod`, `go.sum` and sources. */
  files: Record<string, string>;
}

/** Names all that goes into a module's binaries, so that no clone rebuilds what another one has built. */
export function cacheKey(input: CacheKeyInput): string {
  const { module, goVersion, platform, files } = input;
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      platform,
      module.tools.map(tool => [
        tool.name,
        buildArguments(tool, ''),
        buildEnvironment(tool, goVersion),
      ]),
      module.assets,
      Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );
  return `${module.name}-${hash.digest('hex').slice(0, 12)}`;
}
