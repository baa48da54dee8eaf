import type { Tool } from './toolModules';

/**
 * Compiling takes minutes, and the programs do not do as much in all their time. Nothing is put inline, which saves a
 * quarter of the work, and nothing is written for debuggers, an eighth: linking leaves that out in any case.
 */
const COMPILER_FLAGS = 'all=-l -dwarf=false';

/** The arguments of `go` that build a tool into `output`. */
export function buildArguments(tool: Tool, output: string): string[] {
  const linkFlags = ['-s', '-w'];
  for (const [variable, value] of Object.entries(tool.variables ?? {})) {
    linkFlags.push('-X', `'${variable}=${value}'`);
  }
  return [
    'build',
    '-mod=readonly',
    '-trimpath',
    '-buildvcs=false',
    ...(tool.tags ? ['-tags', tool.tags.join(',')] : []),
    ...['-gcflags', COMPILER_FLAGS],
    '-ldflags',
    linkFlags.join(' '),
    '-o',
    output,
    tool.package,
  ];
}

/** What the environment adds to that. The rest of it (proxies, caches) is whatever the machine has set up. */
export function buildEnvironment(
  tool: Tool,
  goVersion: string,
): Record<string, string> {
  return {
    ...goEnvironment(goVersion),
    CGO_ENABLED: tool.cgo ? '1' : '0',
    // SQLite alone takes a minute to optimize, for a database of some kilobytes.
    ...(tool.cgo && { CGO_CFLAGS: '-O0' }),
  };
}

/** Pins the Go release, which an older `go` command fetches by itself, and shuts out a machine's own defaults. */
export function goEnvironment(goVersion: string): Record<string, string> {
  return {
    GOTOOLCHAIN: `go${goVersion}`,
    GOFLAGS: '',
    GOWORK: 'off',
  };
}
