import { rmSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartServer } from './__testUtils__/ChartServer';
import { HelmCharts } from './__testUtils__/HelmCharts';
import { digestOf } from './archives/ChartCache';
import { ChartService } from './ChartService';

const SECRET = 'not-to-be-told';
const BASIC = `Basic ${Buffer.from(`reader:${SECRET}`).toString('base64')}`;

/** A Helm repository as helm makes it, served on loopback, and services that fetch from it. */
// An index of 32 MiB is sent.
jest.setTimeout(30_000);

describe('ChartService, from a Helm repository', () => {
  const charts = HelmCharts.create();
  const archives = ['1.0.0', '1.2.0', '1.10.0', '2.0.0-rc.1'].map(version =>
    charts.package(charts.write('web', version)),
  );
  const index = charts.index(archives.map(({ file }) => file));
  const digests = archives.map(({ content }) => digestOf(content));

  let server: ChartServer;
  let elsewhere: ChartServer;
  let cacheDirectory: string;

  beforeEach(async () => {
    server = await ChartServer.start();
    elsewhere = await ChartServer.start();
    cacheDirectory = await mkdtemp(join(tmpdir(), 'chart-cache-'));
    serve(index);
  });

  afterEach(async () => {
    await server.stop();
    await elsewhere.stop();
    rmSync(cacheDirectory, { recursive: true });
  });

  afterAll(() => charts.remove());

  function serve(text: string) {
    server.answers.set('/stable/index.yaml', { body: text });
    for (const { content, file } of archives) {
      const name = file.split('/').at(-1);
      server.answers.set(`/stable/${name}`, { body: content });
    }
  }

  const service = (
    others: { hosts?: string[]; username?: string; password?: string } = {},
  ) =>
    ChartService.create({
      cacheDirectory,
      repositories: [
        { url: server.url, hosts: [], plainHttp: false, ...others },
      ],
    });

  const web = (version: string) => ({
    repository: `${server.url}/stable`,
    name: 'web',
    version,
  });

  it.each([
    ['1.2.0', '1.2.0', 1],
    ['^1.0', '1.10.0', 2],
    ['1.x', '1.10.0', 2],
    ['~1.2', '1.2.0', 1],
    ['>=1.0.0-0', '2.0.0-rc.1', 3],
    ['*', '1.10.0', 2],
    ['1', '1.10.0', 2],
  ])('takes for %s the version %s', async (wanted, version, at) => {
    const chart = await service().fetch(web(wanted));
    expect(chart).toMatchObject({ name: 'web', version, digest: digests[at] });
    expect(chart.files.get('Chart.yaml')?.toString()).toContain(
      `version: ${version}`,
    );
    expect(Array.from(chart.files.keys()).sort()).toEqual([
      'Chart.yaml',
      'templates/configmap.yaml',
      'values.yaml',
    ]);
  });

  it.each([
    ['3.0.0', 'web'],
    ['latest', 'web'],
    ['1.0.0', 'none'],
    ['1.0.0', 'constructor'],
  ])('says that there is no version %s of %s', async (version, name) => {
    await expect(
      service().fetch({ ...web(version), name }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `Cannot preview: Chart repository ${server.url}/stable has no version ${version} of chart ${name}`,
    });
  });

  it('finds the same in an index that is so large that a thread reads it', async () => {
    const others = Array.from(
      { length: 3_000 },
      (_, number) =>
        `  other-${number}:\n  - { version: 1.0.0, urls: [other.tgz], digest: '${number}' }\n`,
    ).join('');
    const large = index.replace('entries:\n', `entries:\n${others}`);
    expect(large.length).toBeGreaterThan(128 * 1024);
    serve(large);
    const chart = await service().fetch(web('^1.0'));
    expect(chart).toMatchObject({ version: '1.10.0', digest: digests[2] });
    await expect(
      service().fetch({ ...web('1.0.0'), name: 'none' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('asks once for all who ask at the same time, and believes it for a while', async () => {
    const one = service();
    await Promise.all(
      Array.from({ length: 20 }, () => one.fetch(web('1.2.0'))),
    );
    await one.fetch(web('1.2.0'));
    expect(server.paths).toEqual([
      '/stable/index.yaml',
      '/stable/web-1.2.0.tgz',
    ]);
  });

  it('asks for the index once for several charts at the same time', async () => {
    const one = service();
    await Promise.all([
      one.fetch(web('1.0.0')),
      one.fetch(web('1.2.0')),
      expect(one.fetch({ ...web('1'), name: 'none' })).rejects.toThrow(
        'has no version 1 of chart none',
      ),
    ]);
    expect(server.paths.filter(path => path.endsWith('.yaml'))).toHaveLength(1);
  });

  it('keeps archives on disk, and fetches again what is no longer what it was', async () => {
    await service().fetch(web('1.2.0'));
    await service().fetch(web('1.2.0'));
    expect(server.paths.filter(path => path.endsWith('.tgz'))).toHaveLength(1);

    const [kept] = await readdir(join(cacheDirectory, 'charts'));
    expect(kept).toBe(`${digests[1]}.tgz`);
    await writeFile(join(cacheDirectory, 'charts', kept), 'broken');
    await service().fetch(web('1.2.0'));
    expect(server.paths.filter(path => path.endsWith('.tgz'))).toHaveLength(2);
  });

  it('asks whether the index has changed instead of fetching it again', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'],
    });
    try {
      server.answers.set('/stable/index.yaml', request =>
        request.headers['if-none-match'] === '"1"'
          ? { status: 304 }
          : { body: index, headers: { etag: '"1"' } },
      );
      const one = service();
      await one.fetch(web('1.2.0'));
      jest.setSystemTime(Date.now() + 61_000);
      expect(await one.fetch(web('1.0.0'))).toMatchObject({ version: '1.0.0' });
      expect(server.paths.filter(path => path.endsWith('yaml'))).toHaveLength(
        2,
      );
    } finally {
      jest.useRealTimers();
    }
  });

  it('knows an archive of its own host, for which there is no digest, by what it is', async () => {
    serve(index.replace(/^ *digest:.*\n/gm, ''));
    const one = service();
    expect(await one.fetch(web('1.2.0'))).toMatchObject({ digest: digests[1] });
    await one.fetch(web('1.2.0'));
    expect(server.paths).toEqual([
      '/stable/index.yaml',
      '/stable/web-1.2.0.tgz',
    ]);
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    let asked = () => {};
    const asking = new Promise<void>(resolve => {
      asked = resolve;
    });
    const gone = new Promise<void>(resolve => {
      server.gate = request => {
        request.socket.on('close', () => resolve());
        asked();
        // Headers of an answer that never ends.
        return { headers: { 'content-length': '10' }, body: '1' };
      };
    });
    const fetching = service().fetch(web('1.2.0'), {
      signal: controller.signal,
    });
    await asking;
    controller.abort();
    await expect(fetching).rejects.toThrow(/abort/);
    await gone;
  });

  describe('with credentials', () => {
    beforeEach(() => {
      server.gate = request =>
        request.headers.authorization === BASIC ? undefined : { status: 401 };
    });

    it('sends them to the repository', async () => {
      const chart = await service({
        username: 'reader',
        password: SECRET,
      }).fetch(web('1.0.0'));
      expect(chart.version).toBe('1.0.0');
    });

    it.each([{}, { username: 'reader', password: 'wrong' }])(
      'says that %j do not suffice',
      async credentials => {
        await expect(
          service(credentials).fetch(web('1.0.0')),
        ).rejects.toMatchObject({
          name: 'NotAllowedError',
          message: `Cannot preview: Access to ${server.url}/stable/index.yaml was denied (HTTP 401): check the credentials of ${server.url} in progressiveDelivery.chartRepositories`,
        });
      },
    );

    it('keeps them from a host that the index names, which must be configured as well', async () => {
      serve(charts.index([archives[0].file], `${elsewhere.url}/archives`));
      elsewhere.answers.set('/archives/web-1.0.0.tgz', {
        body: archives[0].content,
      });
      const credentials = { username: 'reader', password: SECRET };
      const refused = service(credentials).fetch(web('1.0.0'));
      await expect(refused).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          `leads to ${elsewhere.url}, which is not contacted: if it belongs to ${server.url}, add ${elsewhere.host} to its hosts`,
        ),
      });
      expect(elsewhere.requests).toEqual([]);

      const allowed = { ...credentials, hosts: [elsewhere.host] };
      expect(await service(allowed).fetch(web('1.0.0'))).toMatchObject({
        digest: digests[0],
      });
      expect(elsewhere.requests).toEqual([
        { path: '/archives/web-1.0.0.tgz', authorization: undefined },
      ]);
    });

    it('keeps them from where it is redirected, which must be configured as well', async () => {
      server.answers.set('/stable/web-1.0.0.tgz', {
        status: 302,
        headers: { location: `${elsewhere.url}/signed?signature=${SECRET}` },
      });
      elsewhere.answers.set(`/signed?signature=${SECRET}`, {
        body: archives[0].content,
      });
      const credentials = { username: 'reader', password: SECRET };
      const error = await service(credentials)
        .fetch(web('1.0.0'))
        .catch(String);
      expect(error).toMatch(/NotAllowedError: .*which is not contacted/);
      expect(error).not.toContain(SECRET);
      expect(elsewhere.requests).toEqual([]);

      const allowed = { ...credentials, hosts: [elsewhere.host] };
      await service(allowed).fetch(web('1.0.0'));
      expect(elsewhere.requests).toEqual([
        { path: `/signed?signature=${SECRET}`, authorization: undefined },
      ]);
    });

    it('leaves them out of what it says where nobody answers', async () => {
      const one = service({ username: 'reader', password: SECRET });
      const wanted = web('1.0.0');
      await server.stop();
      const error = await one.fetch(wanted).catch(String);
      server = await ChartServer.start();
      expect(error).toMatch(
        /ServiceUnavailableError: Cannot preview: .*index\.yaml could not be fetched: .* does not respond \(ECONNREFUSED\)/,
      );
      expect(error).not.toContain(SECRET);
    });
  });

  describe('refuses', () => {
    it('a repository that is not configured, without asking it', async () => {
      await expect(
        service().fetch({ ...web('1.0.0'), repository: elsewhere.url }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: `Cannot preview: Chart repository ${elsewhere.url} is not configured: add it to progressiveDelivery.chartRepositories in the app-config`,
      });
      expect(elsewhere.requests).toEqual([]);
    });

    it.each([
      'https://user:secret@charts.example.com',
      'file:///etc',
      'evil://host',
      'https://charts.example.com/a/../b',
      'https://charts.example.com/%2e%2e/b',
      'https://charts.example.com/?a',
      '@alias',
      'alias:stable',
      '',
    ])('%j as a repository', async repository => {
      await expect(
        service().fetch({ ...web('1.0.0'), repository }),
      ).rejects.toThrow('is not the URL of a chart repository');
    });

    it('an archive that is not what the index says', async () => {
      server.answers.set('/stable/web-1.0.0.tgz', {
        body: archives[1].content,
      });
      await expect(service().fetch(web('1.0.0'))).rejects.toThrow(
        `Cannot preview: web 1.0.0 (${server.url}/stable) has another digest than its repository says: sha256:${digests[1]} instead of sha256:${digests[0]}`,
      );
      await expect(readdir(join(cacheDirectory, 'charts'))).rejects.toThrow();
    });

    it('an archive on another host that the index has no digest for', async () => {
      const without = charts
        .index([archives[0].file], elsewhere.url)
        .replace(/^ *digest:.*\n/gm, '');
      serve(without);
      const allowed = service({ hosts: [elsewhere.host] });
      await expect(allowed.fetch(web('1.0.0'))).rejects.toThrow(
        /has no SHA-256 digest for web 1\.0\.0, whose archive lies on another host/,
      );
      expect(elsewhere.requests).toEqual([]);
    });

    it('an archive of another version or chart than the index says', async () => {
      serve(index.replaceAll('version: 1.0.0', 'version: 9.9.9'));
      await expect(service().fetch(web('9.9.9'))).rejects.toThrow(
        /is of another chart or version: web 1\.0\.0/,
      );
      serve(index.replaceAll(/^ {2}web:/gm, '  other:'));
      await expect(
        service().fetch({ ...web('1.0.0'), name: 'other' }),
      ).rejects.toThrow(/is of another chart or version: web 1\.0\.0/);
    });

    it('an archive that is too large', async () => {
      server.answers.set('/stable/web-1.0.0.tgz', {
        body: Buffer.alloc(16 * 1024 * 1024 + 1),
      });
      await expect(service().fetch(web('1.0.0'))).rejects.toThrow(
        /web-1\.0\.0\.tgz is larger than 16,777,216 bytes/,
      );
    });

    it('an index that is too large', async () => {
      serve(`${' '.repeat(32 * 1024 * 1024)}\n`);
      await expect(service().fetch(web('1.0.0'))).rejects.toThrow(
        /index\.yaml is larger than/,
      );
    });

    it('to be sent in circles', async () => {
      server.answers.set('/stable/index.yaml', {
        status: 301,
        headers: { location: 'index.yaml' },
      });
      await expect(service().fetch(web('1.0.0'))).rejects.toThrow(
        /is redirected more than 5 times/,
      );
      expect(server.requests).toHaveLength(6);
    });

    it.each(['no index', 'entries: []', '[', 'entries:\n  web: 1\n'])(
      'an index of %j',
      async text => {
        serve(text);
        await expect(service().fetch(web('1.0.0'))).rejects.toThrow(
          /The index\.yaml of .* is not|has no version 1\.0\.0 of chart web/,
        );
      },
    );
  });
});
