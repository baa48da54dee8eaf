import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GiteaPackages } from './__testUtils__/GiteaPackages';
import { HelmCharts } from './__testUtils__/HelmCharts';
import { digestOf } from './archives/ChartCache';
import { ChartService } from './ChartService';

jest.setTimeout(120_000);

/** Private packages of a real Gitea: what helm pushed there, fetched by both protocols. */
describe('ChartService, from Gitea', () => {
  const charts = HelmCharts.create();
  const versions = ['1.0.0', '1.2.0', '1.2.1+build.5', '2.0.0-rc.1'];
  const archives = versions.map(version =>
    charts.package(charts.write('web', version)),
  );
  let gitea: GiteaPackages;
  let cacheDirectory: string;

  beforeAll(async () => {
    cacheDirectory = await mkdtemp(join(tmpdir(), 'chart-cache-'));
    gitea = await GiteaPackages.start();
    const { password, username } = gitea.credentials;
    charts.helm(
      ...['registry', 'login', gitea.host, '--plain-http'],
      ...['--username', username, '--password', password],
    );
    for (const { content, file } of archives) {
      await gitea.upload(content);
      charts.helm('push', file, gitea.ociUrl, '--plain-http');
    }
  });

  afterAll(async () => {
    await gitea.stop();
    charts.remove();
    rmSync(cacheDirectory, { recursive: true });
  });

  const service = (credentials: {
    username?: string;
    password?: string;
    token?: string;
  }) =>
    ChartService.create({
      cacheDirectory,
      repositories: [
        {
          url: gitea.helmUrl,
          hosts: [],
          plainHttp: false,
          ...credentials,
        },
        {
          url: `oci://${gitea.host}/${gitea.owner}`,
          hosts: [],
          plainHttp: true,
          ...credentials,
        },
      ],
    });

  describe.each(['helmUrl', 'ociUrl'] as const)('by its %s', url => {
    it.each([
      ['1.0.0', 0],
      ['~1.2', 2],
      ['>=1.0.0-0', 3],
      ['*', 2],
    ])('gives for %s what was pushed', async (version, at) => {
      const chart = await service(gitea.credentials).fetch({
        repository: gitea[url],
        name: 'web',
        version,
      });
      expect(chart).toMatchObject({
        version: versions[at],
        digest: digestOf(archives[at].content),
      });
      expect(chart.files.get('values.yaml')?.toString()).toContain('enabled');
    });

    it('says that there is no such version', async () => {
      await expect(
        service(gitea.credentials).fetch({
          repository: gitea[url],
          name: 'web',
          version: '9.9.9',
        }),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining('web'),
      });
    });

    it.each([
      {},
      { username: 'platform', password: 'wrong-and-not-to-be-told' },
      { token: 'wrong-and-not-to-be-told' },
    ])('refuses with %j, and does not tell them', async credentials => {
      const error = await service(credentials)
        .fetch({ repository: gitea[url], name: 'web', version: '1.0.0' })
        .catch(String);
      expect(error).toMatch(/^NotAllowedError: .*chartRepositories/);
      expect(error).not.toContain('not-to-be-told');
    });
  });
});
