import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Discard: nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * The whole environment of a tool that renders: it knows nothing of this machine's settings, credentials, plugins and
 * clusters, and contacts nobody.
 *
 * @param directory - in which it has a home and temporary files, made where they are not there
 */
export async function toolEnvironment(
  directory: string,
): Promise<Record<string, string>> {
  const home = join(directory, 'home');
  const empty = join(directory, 'empty');
  const temporary = join(directory, 'tmp');
  for (const folder of [home, empty, temporary]) {
    await mkdir(folder, { recursive: true });
  }
  return {
    HOME: home,
    TMPDIR: temporary,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    PATH: empty,
    HELM_PLUGINS: empty,
    KUBECONFIG: join(empty, 'none'),
    // Rendering contacts nobody: fetching is a phase of its own.
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    GIT_ALLOW_PROTOCOL: 'none',
  };
}
