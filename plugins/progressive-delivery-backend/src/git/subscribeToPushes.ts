import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  PushedRepository,
  pushedRepository,
  pushTopics,
} from './stores/pushedRepository';

/**
 * Lets pushes to repositories be seen at once, where Git hosts tell Backstage's events of them. An event is believed no
 * more than that there may be something new. Of several replicas one hears of each; the others notice when what they
 * know is too old.
 */
export async function subscribeToPushes(options: {
  events: EventsService;
  repositories: { seePush(pushed: PushedRepository): void };
  logger: LoggerService;
}): Promise<void> {
  const { events, logger, repositories } = options;
  await events.subscribe({
    id: 'repositories',
    topics: pushTopics,
    onEvent: async ({ eventPayload, topic }) => {
      const pushed = pushedRepository(topic, eventPayload);
      if (pushed) {
        logger.debug(`Pushed to: ${JSON.stringify(pushed)}`);
        repositories.seePush(pushed);
      }
    },
  });
}
