import { tmpdir } from 'node:os';
import { isAbsolute } from 'node:path';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { findCommand } from '../../processes/findCommand';
import { ProcessError, runProcess } from '../../processes/runProcess';
import { cannotPreview } from '../../cannotPreview';
import { impossibleTools } from './impossibleTools';

const VERSION_TIMEOUT = 20_000;

/** Commands, as paths or as found on the PATH. */
export interface ToolCommands {
  helm: string;
  /** Absent where nothing is built with it: sources that are charts do not need it. */
  kustomize?: string;
}

/** A command, or why it cannot be used. */
export type InspectedTool =
  | { state: 'found'; command: string; version: string }
  | { state: 'unusable'; error: InputError | ServiceUnavailableError };

/** The commands that render, of one installation of Argo CD or of all that have none of their own. */
export interface InspectedTools {
  /** Name of the installation. */
  argocd?: string;
  helm: InspectedTool;
  /** Absent where there is no such command. */
  kustomize?: InspectedTool;
  /** Why they cannot work together. */
  together?: InputError;
}

/** The key of the app-config that names the tools of an installation, or of all. */
export function toolsKey(argocd?: string): string {
  return argocd === undefined
    ? 'progressiveDelivery.tools'
    : `progressiveDelivery.argocd "${argocd}".tools`;
}

/** @param configuration - as {@link toolsKey} */
export async function inspectTools(
  commands: ToolCommands,
  configuration: string,
): Promise<InspectedTools> {
  const [helm, kustomize] = await Promise.all([
    inspectTool(commands.helm, `${configuration}.helm`, [
      'version',
      '--template',
      '{{.Version}}',
    ]),
    commands.kustomize === undefined
      ? undefined
      : inspectTool(commands.kustomize, `${configuration}.kustomize`, [
          'version',
        ]),
  ]);
  const reason =
    helm.state === 'found' &&
    kustomize?.state !== 'unusable' &&
    impossibleTools(
      { helm: helm.version, kustomize: kustomize?.version },
      configuration,
    );
  return {
    helm,
    kustomize,
    together: reason ? cannotPreview(reason) : undefined,
  };
}

/**
 * @param configuration - the key of the app-config that names it
 * @param args - with which it says its version
 */
export async function inspectTool(
  command: string,
  configuration: string,
  args: string[],
): Promise<InspectedTool> {
  try {
    const path = await requireCommand(command, configuration);
    return {
      state: 'found',
      command: path,
      version: await versionOf(path, args),
    };
  } catch (error) {
    if (
      error instanceof ServiceUnavailableError ||
      error instanceof InputError
    ) {
      return { state: 'unusable', error };
    }
    throw error;
  }
}

/** Limits the memory of renderings. It is part of util-linux; other systems have none. */
export async function findPrlimit(): Promise<string | undefined> {
  return findCommand('prlimit');
}

/** @throws ServiceUnavailableError that says how to configure it */
async function requireCommand(
  command: string,
  configuration: string,
): Promise<string> {
  const path = await findCommand(command);
  if (path === undefined) {
    const parameters = { command, configuration };
    throw cannotPreview(
      isAbsolute(command)
        ? { id: 'toolMissing', parameters }
        : { id: 'toolNotOnPath', parameters },
      ServiceUnavailableError,
    );
  }
  return path;
}

async function versionOf(command: string, args: string[]): Promise<string> {
  try {
    const output = await runProcess({
      command,
      args,
      directory: tmpdir(),
      env: {},
      timeout: VERSION_TIMEOUT,
      outputLimit: 64 * 1024,
    });
    return output.toString('utf8').trim();
  } catch (error) {
    if (error instanceof ProcessError) {
      throw cannotPreview(
        {
          id: 'toolVersionUnknown',
          parameters: { command, message: error.message },
        },
        ServiceUnavailableError,
      );
    }
    throw error;
  }
}
