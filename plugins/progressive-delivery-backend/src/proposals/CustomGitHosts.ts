import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  HostResult,
  ProgressiveDeliveryGitHostsExtensionPoint,
  PullRequestHost,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { DeadlineError, withDeadline } from '../clusters/withDeadline';
import { RepositoryService } from '../git/RepositoryService';
import { unavailable } from './gitHosts/askHost';
import { GitHost } from './gitHosts/GitHost';
import { publishByPush } from './gitHosts/publishByPush';

/** For all that a host asks to answer one question. */
const MILLISECONDS = 60_000;

/** Git hosts that modules add before the plugin starts. */
export class CustomGitHosts
  implements ProgressiveDeliveryGitHostsExtensionPoint
{
  static create(): CustomGitHosts {
    return new CustomGitHosts();
  }

  private readonly hosts: ((
    repository: string,
  ) => PullRequestHost | undefined)[] = [];

  private constructor() {}

  addHost(hostOf: (repository: string) => PullRequestHost | undefined): void {
    this.hosts.push(hostOf);
  }

  /** The host of a repository, whose faults are answers as those of any other; commits are pushed. */
  of(
    repository: string,
    options: {
      repositories: Pick<RepositoryService, 'publish'>;
      logger: LoggerService;
      milliseconds?: number;
    },
  ): GitHost | undefined {
    for (const hostOf of this.hosts) {
      const host = hostOf(repository);
      if (host) {
        return pushing(host, options);
      }
    }
    return undefined;
  }
}

function pushing(
  host: PullRequestHost,
  {
    logger,
    milliseconds = MILLISECONDS,
    repositories,
  }: {
    repositories: Pick<RepositoryService, 'publish'>;
    logger: LoggerService;
    milliseconds?: number;
  },
): GitHost {
  const { account } = host;
  const answer = async <T>(
    ask: () => Promise<HostResult<T>>,
  ): Promise<HostResult<T>> => {
    try {
      return await withDeadline(milliseconds, ask);
    } catch (error) {
      if (error instanceof DeadlineError) {
        return unavailable({
          id: 'timedOut',
          parameters: { seconds: milliseconds / 1000 },
        });
      }
      assertError(error);
      logger.error(
        `The module for ${account.product} at ${account.host} failed`,
        error,
      );
      // What a module throws was not meant to be shown.
      return unavailable({ id: 'moduleFailed', parameters: {} });
    }
  };
  return {
    account,
    publish: publication => publishByPush(repositories, publication),
    find: search => answer(() => host.find(search)),
    open: request => answer(() => host.open(request)),
    addLabels: request => answer(() => host.addLabels(request)),
    requestReviews: request => answer(() => host.requestReviews(request)),
    update: request => answer(() => host.update(request)),
    close: request => answer(() => host.close(request)),
    review: question => answer(() => host.review(question)),
    access: question => answer(() => host.access(question)),
  };
}
