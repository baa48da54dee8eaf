import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { ServiceUnavailableError } from '@backstage/errors';
import { RenderProfile } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProcessError, runProcess } from '../processes/runProcess';
import { findCommand } from './findCommand';

const VERSION_TIMEOUT = 20_000;

export interface RenderToolsOptions {
  helm: string;
  kustomize: string;
  kubeVersion: string | undefined;
  apiVersions: string[];
}

/** The commands that render, and the profile that their renderings have. */
export interface FoundTools {
  helm: string;
  kustomize: string;
  profile: RenderProfile;
}

/**
 * Looks for the tools when they are first needed: a backend starts without them, and finds them once they are
 * installed.
 */
export class RenderTools {
  static create(options: RenderToolsOptions): RenderTools {
    return new RenderTools(options);
  }

  private found?: Promise<FoundTools>;

  private constructor(private readonly options: RenderToolsOptions) {}

  /** @throws ServiceUnavailableError where a tool is missing or does not say its version */
  async find(): Promise<FoundTools> {
    this.found ??= this.look();
    try {
      return await this.found;
    } catch (error) {
      this.found = undefined;
      throw error;
    }
  }

  private async look(): Promise<FoundTools> {
    const { apiVersions, kubeVersion } = this.options;
    const [helm, kustomize] = await Promise.all([
      findCommand(this.options.helm, 'progressiveDelivery.tools.helm'),
      findCommand(
        this.options.kustomize,
        'progressiveDelivery.tools.kustomize',
      ),
    ]);
    const versions = {
      helm: await versionOf(helm, ['version', '--template', '{{.Version}}']),
      kustomize: await versionOf(kustomize, ['version']),
    };
    const profile = { ...versions, kubeVersion, apiVersions };
    const id = createHash('sha256')
      .update(JSON.stringify(profile))
      .digest('hex')
      .slice(0, 16);
    return { helm, kustomize, profile: { id, ...profile } };
  }
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
      throw new ServiceUnavailableError(
        `${command} does not say its version (${error.message})`,
      );
    }
    throw error;
  }
}
