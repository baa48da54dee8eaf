import { createHash } from 'node:crypto';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { RenderProfile } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Capabilities } from '../../clusters/Capabilities';
import { canRun, helmOfKnownVersion } from './helmOfKnownVersion';
import {
  findPrlimit,
  InspectedTools,
  inspectTools,
  ToolCommands,
  toolsKey,
} from './inspectTools';

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

  /** Looks at the tools of all installations now, whatever is known of them. */
  async inspect(): Promise<InspectedTools[]> {
    const { argocdTools, helm, kustomize } = this.options;
    return Promise.all([
      inspectTools({ helm, kustomize }, toolsKey()),
      ...Array.from(argocdTools ?? [], async ([argocd, commands]) => ({
        argocd,
        ...(await inspectTools(commands, toolsKey(argocd))),
      })),
    ]);
  }

  private async commands(argocd: string | undefined): Promise<FoundCommands> {
    const own =
      argocd === undefined ? undefined : this.options.argocdTools?.get(argocd);
    const key = own ? argocd! : '';
    const known =
      this.found.get(key) ??
      look(own ?? this.options, own ? toolsKey(argocd) : toolsKey());
    this.found.set(key, known);
    try {
      return await known;
    } catch (error) {
      this.found.delete(key);
      throw error;
    }
  }
}

/** @param configuration - the key of the app-config that has these commands */
async function look(
  commands: ToolCommands,
  configuration: string,
): Promise<FoundCommands> {
  const { helm, kustomize, together } = await inspectTools(
    commands,
    configuration,
  );
  if (helm.state === 'unusable') {
    throw helm.error;
  }
  if (kustomize?.state === 'unusable') {
    throw kustomize.error;
  }
  if (together) {
    throw together;
  }
  const program = helmOfKnownVersion(helm.command, helm.version);
  const [prlimit, runs] = await Promise.all([
    findPrlimit(),
    program !== undefined && canRun(program, helm.version),
  ]);
  return {
    helm: helm.command,
    kustomize: kustomize?.command,
    versions: { helm: helm.version, kustomize: kustomize?.version },
    prlimit,
    helmProgram: runs ? program : undefined,
  };
}
