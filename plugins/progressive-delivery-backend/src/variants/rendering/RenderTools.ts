import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { RenderProfile } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { cannotPreview } from '../../cannotPreview';
import { Capabilities } from '../../clusters/capabilitiesFrom';
import { ProcessError, runProcess } from '../../processes/runProcess';
import { findCommand } from './findCommand';
import { canRun, helmOfKnownVersion } from './helmOfKnownVersion';
import { impossibleTools } from './impossibleTools';

const VERSION_TIMEOUT = 20_000;

/** Commands, as paths or as found on the PATH. */
export interface ToolCommands {
  helm: string;
  kustomize: string;
}

export interface RenderToolsOptions extends ToolCommands {
  /** Those of Argo CD installations that have others, by their names. */
  argocdTools?: ReadonlyMap<string, ToolCommands>;
  /** What charts see where no cluster tells. */
  kubeVersion: string | undefined;
  apiVersions: string[];
}

/** The commands that render, and the profile that their renderings have. */
export interface FoundTools extends ToolCommands {
  profile: RenderProfile;
  /** Limits their memory; absent where the machine has no such command. */
  prlimit?: string;
  /** As {@link helmOfKnownVersion}; absent where it cannot be run. */
  helmProgram?: string;
}

interface FoundCommands extends Omit<FoundTools, 'profile'> {
  versions: ToolCommands;
}

/**
 * The tools of each Argo CD installation. They are looked for when they are first needed: a backend starts without them,
 * and finds them once they are installed.
 */
export class RenderTools {
  static create(options: RenderToolsOptions): RenderTools {
    return new RenderTools(options);
  }

  private readonly found = new Map<string, Promise<FoundCommands>>();

  private constructor(private readonly options: RenderToolsOptions) {}

  /**
   * @param argocd - name of the installation that delivers; absent without one
   * @param capabilities - what charts see of the cluster; absent without one
   * @throws ServiceUnavailableError where a tool is missing or does not say its version
   * @throws InputError where the tools cannot work together
   */
  async find({
    argocd,
    capabilities,
  }: {
    argocd?: string;
    capabilities?: Capabilities;
  } = {}): Promise<FoundTools> {
    const { versions, ...commands } = await this.commands(argocd);
    const profile = {
      ...versions,
      ...(capabilities ?? {
        kubeVersion: this.options.kubeVersion,
        apiVersions: this.options.apiVersions,
      }),
    };
    const id = createHash('sha256')
      .update(JSON.stringify(profile))
      .digest('hex')
      .slice(0, 16);
    return { ...commands, profile: { id, ...profile } };
  }

  /**
   * The version of helm that renders; `undefined` where there are no tools, of which {@link find} says why.
   *
   * @param argocd - name of the installation that delivers; absent without one
   */
  async helmVersion(argocd: string | undefined): Promise<string | undefined> {
    try {
      const { versions } = await this.commands(argocd);
      return versions.helm;
    } catch (error) {
      if (
        error instanceof ServiceUnavailableError ||
        error instanceof InputError
      ) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * Looks at all tools now. One installation's tools keep nobody from the others': its own previews say what is wrong.
   *
   * @returns what is missing or cannot work together, each a sentence
   */
  async check(): Promise<string[]> {
    const installations = [
      undefined,
      ...(this.options.argocdTools?.keys() ?? []),
    ];
    const missing = new Set<string>();
    for (const argocd of installations) {
      try {
        await this.commands(argocd);
      } catch (error) {
        if (
          !(error instanceof ServiceUnavailableError) &&
          !(error instanceof InputError)
        ) {
          throw error;
        }
        missing.add(error.message);
      }
    }
    if (!(await findPrlimit())) {
      missing.add(
        'There is no prlimit on the PATH of the backend, so the memory of renderings is not limited',
      );
    }
    return Array.from(missing);
  }

  private async commands(argocd: string | undefined): Promise<FoundCommands> {
    const own =
      argocd === undefined ? undefined : this.options.argocdTools?.get(argocd);
    const key = own ? argocd! : '';
    const known =
      this.found.get(key) ??
      look(
        own ?? this.options,
        own
          ? `progressiveDelivery.argocd "${argocd}".tools`
          : 'progressiveDelivery.tools',
      );
    this.found.set(key, known);
    try {
      return await known;
    } catch (error) {
      this.found.delete(key);
      throw error;
    }
  }
}

/** @param where - in the configuration these commands are */
async function look(
  commands: ToolCommands,
  where: string,
): Promise<FoundCommands> {
  const [helm, kustomize] = await Promise.all([
    findCommand(commands.helm, `${where}.helm`),
    findCommand(commands.kustomize, `${where}.kustomize`),
  ]);
  const [helmVersion, kustomizeVersion] = await Promise.all([
    versionOf(helm, ['version', '--template', '{{.Version}}']),
    versionOf(kustomize, ['version']),
  ]);
  const versions = { helm: helmVersion, kustomize: kustomizeVersion };
  const reason = impossibleTools(versions, where);
  if (reason) {
    throw cannotPreview(reason);
  }
  const program = helmOfKnownVersion(helm, helmVersion);
  const [prlimit, runs] = await Promise.all([
    findPrlimit(),
    program !== undefined && canRun(program, helmVersion),
  ]);
  return {
    helm,
    kustomize,
    versions,
    prlimit,
    helmProgram: runs ? program : undefined,
  };
}

/** Part of util-linux; other systems have none. */
async function findPrlimit(): Promise<string | undefined> {
  return findCommand('prlimit', 'the PATH').catch(() => undefined);
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
