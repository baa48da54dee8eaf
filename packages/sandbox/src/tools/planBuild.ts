import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../processes/runCommand';
import { buildArguments, buildEnvironment } from './buildArguments';
import type { PlacedTool } from './Toolbox';

/** What `go list` is asked for of each package that has to be compiled: its path, its folder and its sources. */
const LIST_FORMAT =
  '{{if .Stale}}{{.ImportPath}}\t{{.Dir}}{{range .GoFiles}}\t{{.}}{{end}}{{range .CgoFiles}}\t{{.}}{{end}}{{range .CFiles}}\t{{.}}{{end}}{{end}}';

/**
 * Fetches the sources of tools of one module, and answers which packages have to be compiled for them: their sizes in
 * bytes of source, by path.
 */
export async function planBuild(
  tools: PlacedTool[],
  { signal }: { signal?: AbortSignal },
): Promise<Map<string, number>> {
  const [{ goVersion, source, tool }] = tools;
  // What decides whether a package is compiled already is the same for all tools of a module.
  const [, ...args] = buildArguments(tool, '');
  const listed = await runCommand('go', {
    args: [
      ...['list', '-deps', '-f', LIST_FORMAT],
      ...args.slice(0, args.indexOf('-ldflags')),
      ...tools.map(placed => placed.tool.package),
    ],
    env: { ...process.env, ...buildEnvironment(tool, goVersion) },
    cwd: source,
    signal,
  });
  return new Map(
    listed
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const [path, folder, ...files] = line.split('\t');
        const sizes = files.map(file => statSync(join(folder, file)).size);
        return [path, sizes.reduce((sum, size) => sum + size, 0)];
      }),
  );
}
