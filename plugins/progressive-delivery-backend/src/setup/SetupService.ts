import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { SetupProblem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { findPrlimit, VariantService } from '@progressive-delivery/engine';
import { ProgressiveDeliveryConfig } from '../config';
import { configuredHosts } from '../git/command/configuredHosts';
import { inspectGit } from './inspectGit';
import { kubernetesClusters } from './kubernetesClusters';
import { Installed, setupProblems } from './setupProblems';

/** Milliseconds after which the tools are looked at again: whoever installs one need not restart the backend. */
const KEPT = 30_000;

export interface SetupServiceOptions {
  config: Pick<ProgressiveDeliveryConfig, 'argocd' | 'tools'>;
  rootConfig: Config;
  variants: Pick<VariantService, 'inspectTools'>;
  logger: LoggerService;
}

/** Knows what this installation lacks. Nothing of it keeps the backend from starting. */
export class SetupService {
  /** Warns of all that is missing, in a line each. */
  static async start(options: SetupServiceOptions): Promise<SetupService> {
    const setup = new SetupService(options);
    await setup.look();
    for (const { docs, message } of setup.found) {
      options.logger.warn(`${message.text} See ${docs}`);
    }
    if (!(await findPrlimit())) {
      options.logger.warn(
        'There is no prlimit on the PATH of the backend, so the memory of renderings is not limited',
      );
    }
    return setup;
  }

  private found: SetupProblem[] = [];
  private lookedAt = 0;

  private constructor(private readonly options: SetupServiceOptions) {}

  /** What was missing at most half a minute before the last who asked. */
  problems(): SetupProblem[] {
    if (Date.now() - this.lookedAt > KEPT) {
      this.look().catch(error =>
        this.options.logger.error(
          `What this installation lacks could not be found out: ${stringifyError(
            error,
          )}`,
        ),
      );
    }
    return this.found;
  }

  /** Looks at the configuration and at the tools now. */
  async installed(): Promise<Installed> {
    const { config, rootConfig, variants } = this.options;
    const [git, tools] = await Promise.all([
      inspectGit(config.tools.git),
      variants.inspectTools(),
    ]);
    return {
      clusters: kubernetesClusters(rootConfig),
      argocd: config.argocd,
      gitHosts: configuredHosts(rootConfig),
      git,
      tools,
    };
  }

  private async look(): Promise<void> {
    this.lookedAt = Date.now();
    this.found = setupProblems(await this.installed());
  }
}
