import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { PushedRepository } from '../../git/stores/pushedRepository';
import { pullRequestEvent, pullRequestTopics } from './pullRequestEvent';

/**
 * Lets what happens to pull requests be seen at once, where Git hosts tell Backstage's events of it. An event is believed no
 * more than that there may be something new. Of several replicas one hears of each; the others ask after a few seconds.
 */
export async function subscribeToPullRequests({
  events,
  logger,
  onChange,
}: {
  events: EventsService;
  logger: LoggerService;
  /** There may be something new in a repository. */
  onChange: (repository: PushedRepository) => void;
}): Promise<void> {
  await events.subscribe({
    id: 'pull-requests',
    topics: pullRequestTopics,
    onEvent: async ({ eventPayload, topic }) => {
      const repository = pullRequestEvent(topic, eventPayload);
      if (repository) {
        logger.debug(`Pull requests changed: ${JSON.stringify(repository)}`);
        onChange(repository);
      }
    },
  });
}
