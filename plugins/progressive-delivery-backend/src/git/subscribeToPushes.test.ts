import { mockServices } from '@backstage/backend-test-utils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import { BareRepository } from './__testUtils__/BareRepository';
import { files, GitScene } from './__testUtils__/GitScene';
import { RepositoryService } from './RepositoryService';
import { subscribeToPushes } from './subscribeToPushes';

const VALUES = 'values.yaml';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('a push that a webhook tells of', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;
  let service: RepositoryService;
  let events: DefaultEventsService;

  const text = async () => {
    const { layout } = await service.layOut(
      { repository: url, revision: 'main' },
      files(VALUES),
    );
    return layout.read(VALUES).toString();
  };

  beforeAll(async () => {
    scene = await GitScene.create();
  });

  beforeEach(async () => {
    ({ repository, url } = scene.repository());
    // Old enough for nothing that a test does.
    service = scene.service({ maximumAge: 3_600_000 });
    events = DefaultEventsService.create({
      logger: mockServices.logger.mock(),
      useEventBus: 'never',
    });
    await subscribeToPushes({
      events,
      repositories: service,
      logger: mockServices.logger.mock(),
    });
    repository.commit({ [VALUES]: 'first' });
    await text();
    repository.commit({ [VALUES]: 'second' });
  });

  afterAll(() => scene.end());

  it.each<[string, (of: string) => object]>([
    [
      'github',
      of => ({
        ref: 'refs/heads/main',
        before: '1',
        after: '2',
        repository: { full_name: 'platform/gitops', clone_url: of },
      }),
    ],
    [
      'gitea',
      of => ({
        ref: 'refs/heads/main',
        commits: [],
        repository: { clone_url: of, html_url: of.replace(/\.git$/, '') },
      }),
    ],
    [
      'gitlab',
      of => ({
        object_kind: 'push',
        event_name: 'push',
        ref: 'refs/heads/main',
        project: { git_http_url: of },
      }),
    ],
    [
      'bitbucketCloud',
      of => ({
        push: { changes: [] },
        repository: { links: { html: { href: of.replace(/\.git$/, '') } } },
      }),
    ],
    [
      'azureDevOps',
      of => ({
        eventType: 'git.push',
        resource: {
          refUpdates: [],
          repository: { remoteUrl: of.replace('://', '://organisation@') },
        },
      }),
    ],
  ])('of %s is seen at once', async (topic, payload) => {
    await events.publish({ topic, eventPayload: payload(`${url}-other`) });
    expect(await text()).toBe('first');
    await events.publish({ topic, eventPayload: payload(url) });
    expect(await text()).toBe('second');
  });

  it('of Bitbucket Server is seen by the path of the repository', async () => {
    const [, key, slug] = /([^/]+)\/([^/]+)\.git$/.exec(url)!;
    const seePush = jest.spyOn(service, 'seePush');
    await events.publish({
      topic: 'bitbucketServer',
      eventPayload: {
        eventKey: 'repo:refs_changed',
        repository: { slug, project: { key } },
        changes: [],
      },
    });
    expect(seePush).toHaveBeenCalledWith({ path: `/scm/${key}/${slug}` });
  });

  it.each([
    ['github', { action: 'opened', repository: { clone_url: 'x' } }],
    ['github', undefined],
    ['gitlab', { object_kind: 'issue', project: { git_http_url: 'x' } }],
    ['azureDevOps', { eventType: 'git.pullrequest.created' }],
    ['bitbucketCloud', 'text'],
  ])('is not what another event of %s says', async (topic, eventPayload) => {
    const seePush = jest.spyOn(service, 'seePush');
    await events.publish({ topic, eventPayload });
    expect(seePush).not.toHaveBeenCalled();
  });
});
