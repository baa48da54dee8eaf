import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../../processes/runProcess';

const TIMEOUT = 5_000;

/** Characters of a version; a pre-release or build metadata included. */
const VERSION = /^[\w.+-]{1,100}$/;

/**
 * The text of a program that is helm, but knows its version: kustomize asks for it before each chart (kustomize api v0.21
 * HelmChartInflationGenerator `checkHelmVersion`), and helm takes as long to start as a small chart takes to render.
 * `undefined` where that would not be the same, such as with a version of unusual characters.
 *
 * @param helm - absolute path of the real one
 * @param version - what it says of itself
 */
export function helmOfKnownVersion(
  helm: string,
  version: string,
): string | undefined {
  if (!VERSION.test(version) || helm.includes('\0')) {
    return undefined;
  }
  // Kustomize before 5.8 asks with -c, which Helm 4 refuses.
  const questions = version.startsWith('v3.')
    ? "'version --short'|'version -c --short'"
    : "'version --short'";
  const quoted = `'${helm.replaceAll("'", "'\\''")}'`;
  return [
    '#!/bin/sh',
    `case "$*" in ${questions}) echo '${version}'; exit ;; esac`,
    `exec ${quoted} "$@"`,
    '',
  ].join('\n');
}

/**
 * Whether such a program can be run from the folder of temporary files: there may be no shell, or the folder may be
 * mounted so that nothing in it is executed.
 */
export async function canRun(
  program: string,
  version: string,
): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'progressive-delivery-helm-'));
  try {
    const command = await writeProgram(join(directory, 'helm'), program);
    const output = await runProcess({
      command,
      args: ['version', '--short'],
      directory,
      env: {},
      timeout: TIMEOUT,
      outputLimit: 1024,
    });
    return output.toString('utf8').trim() === version;
  } catch {
    // Whatever the reason: helm itself is asked then, which is right everywhere and slower.
    return false;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** @returns the file */
export async function writeProgram(
  file: string,
  program: string,
): Promise<string> {
  await writeFile(file, program, { flag: 'wx' });
  await chmod(file, 0o700);
  return file;
}
