import {
  coreServices,
  createBackendPlugin,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { KnownPullRequests } from './KnownPullRequests';
import { subscribeToPullRequests } from './subscribeToPullRequests';

const REPOSITORY = 'https://git.example.com/platform/gitops.git';
const repository = { clone_url: REPOSITORY };
const project = { git_http_url: REPOSITORY };

/** As the events backend receives webhooks, in a plugin of its own. */
describe('what webhooks tell of pull requests, through the events service of a backend', () => {
  let backend: TestBackend;
  let publisher: EventsService;
  let known: KnownPullRequests;
  let asked = 0;

  const find = () =>
    known.find(
      {
        find: async () => {
          asked += 1;
          return { outcome: 'found', value: [] };
        },
      },
      { repository: REPOSITORY, base: 'main', branches: new Set(['on']) },
    );

  beforeAll(async () => {
    // Old enough for nothing that a test does.
    known = KnownPullRequests.create({ now: () => 0 });
    const plugin = (
      pluginId: string,
      init: (deps: {
        events: EventsService;
        logger: LoggerService;
      }) => Promise<void>,
    ) =>
      createBackendPlugin({
        pluginId,
        register: env =>
          env.registerInit({
            deps: { events: eventsServiceRef, logger: coreServices.logger },
            init,
          }),
      });
    backend = await startTestBackend({
      features: [
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: { events: { useEventBus: 'never' } },
        }),
        plugin('webhooks', async ({ events }) => {
          publisher = events;
        }),
        plugin('subscriber', deps =>
          subscribeToPullRequests({
            ...deps,
            onChange: changed => known.forget(changed),
          }),
        ),
      ],
    });
  });

  afterAll(() => backend?.stop());

  beforeEach(async () => {
    await find();
    asked = 0;
  });

  it.each<[string, string, object]>([
    [
      'a pull request',
      'github',
      { action: 'opened', pull_request: { number: 1 }, repository },
    ],
    [
      'a review',
      'github',
      { action: 'submitted', review: {}, pull_request: {}, repository },
    ],
    ['a check', 'github', { action: 'completed', check_run: {}, repository }],
    [
      'a suite of checks',
      'github',
      { action: 'completed', check_suite: {}, repository },
    ],
    [
      'a status',
      'github',
      { sha: 'a', state: 'success', context: 'lint', repository },
    ],
    [
      'a pull request',
      'gitea',
      { action: 'closed', number: 1, pull_request: {}, repository },
    ],
    [
      'a status',
      'gitea',
      { sha: 'a', state: 'success', context: 'lint', repository },
    ],
    [
      'a merge request',
      'gitlab',
      { object_kind: 'merge_request', event_type: 'merge_request', project },
    ],
    ['a pipeline', 'gitlab', { object_kind: 'pipeline', project }],
  ])('is seen at once: %s of %s', async (_, topic, eventPayload) => {
    await publisher.publish({ topic, eventPayload });
    await find();
    expect(asked).toBe(1);
  });

  it.each<[string, string, unknown]>([
    [
      'of another repository',
      'github',
      { pull_request: {}, repository: { clone_url: `${REPOSITORY}-other` } },
    ],
    ['a push', 'github', { ref: 'refs/heads/main', repository }],
    ['an issue', 'gitlab', { object_kind: 'issue', project }],
    [
      'of a host that is not known',
      'sourcehut',
      { pull_request: {}, repository },
    ],
    ['a text', 'gitea', 'text'],
  ])('is passed over: %s', async (_, topic, eventPayload) => {
    await publisher.publish({ topic, eventPayload });
    await find();
    expect(asked).toBe(0);
  });
});
