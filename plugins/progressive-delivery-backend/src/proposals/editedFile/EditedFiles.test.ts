import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitScene } from '../../git/__testUtils__/GitScene';
import { EditedFiles } from './EditedFiles';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

const FILE = 'apps/web/values.yaml';

describe('EditedFiles, with a real repository', () => {
  let scene: GitScene;

  beforeAll(async () => {
    scene = await GitScene.create();
  });
  afterAll(() => scene.end());

  const about = async (
    files: Parameters<
      ReturnType<GitScene['repository']>['repository']['commit']
    >[0],
    type = 'gitea',
    file = FILE,
  ) => {
    const { repository, url } = scene.repository();
    const commit = repository.commit({ [FILE]: 'enabled: false\n', ...files });
    const { host, origin } = new URL(url);
    const integrations = ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          [type]: [
            {
              host,
              ...(type === 'gitea'
                ? { baseUrl: origin }
                : { apiBaseUrl: `${origin}/api`, baseUrl: origin }),
            },
          ],
        },
      }),
    );
    return EditedFiles.create({
      repositories: scene.service(),
      integrations,
      logger: scene.logger,
    }).about({ repository: url, commit, file });
  };

  it('names the links that lead to a file, or to a directory that it is in', async () => {
    expect(
      await about({
        'apps/same.yaml': { link: 'web/values.yaml' },
        'apps/twice.yaml': { link: './same.yaml' },
        'apps/also': { link: 'web' },
        'apps/other.yaml': { link: '../README' },
        'apps/web2': { link: 'web2' },
        'apps/out.yaml': { link: '../../etc/passwd' },
        'apps/we': { link: '/etc' },
        README: 'read me\n',
      }),
    ).toEqual({
      links: ['apps/also', 'apps/same.yaml', 'apps/twice.yaml'],
    });
  });

  it('names whom the CODEOWNERS of the repository’s host names, where that host looks for it', async () => {
    const files = {
      '.github/CODEOWNERS': 'apps/web/ @at-github\n',
      CODEOWNERS: '/apps/web/ @at-gitlab\n.*/values\\.yaml @at-gitea\n',
    };
    expect(await about(files, 'github')).toMatchObject({
      codeOwners: {
        file: '.github/CODEOWNERS',
        owners: ['@at-github'],
        complete: true,
      },
    });
    expect(await about(files, 'gitlab')).toMatchObject({
      codeOwners: { file: 'CODEOWNERS', owners: ['@at-gitlab'] },
    });
    expect(await about(files)).toMatchObject({
      codeOwners: { file: 'CODEOWNERS', owners: ['@at-gitea'] },
    });
  });

  it('says that there are no owners, or that nobody can tell', async () => {
    expect(await about({}, 'github')).toEqual({ links: [] });
    expect(
      await about({ CODEOWNERS: `* @a\n${'#'.repeat(600_000)}` }, 'github'),
    ).toEqual({
      links: [],
      codeOwners: { file: 'CODEOWNERS', owners: [], complete: false },
    });
  });

  it('is silent about a repository that it cannot read, and logs it', async () => {
    const files = EditedFiles.create({
      repositories: scene.service(),
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      logger: scene.logger,
    });
    const { url } = scene.repository();
    expect(
      await files.about({
        repository: url,
        commit: 'd'.repeat(40),
        file: FILE,
      }),
    ).toBeUndefined();
    expect(scene.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`Cannot tell who owns ${FILE}`),
      expect.anything(),
    );
  });
});
