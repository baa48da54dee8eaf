import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartServer } from './__testUtils__/ChartServer';
import { HelmCharts } from './__testUtils__/HelmCharts';
import { digestOf } from './archives/ChartCache';
import { ChartService } from './ChartService';

const SECRET = 'not-to-be-told';
const BASIC = `Basic ${Buffer.from(`reader:${SECRET}`).toString('base64')}`;
const TOKEN = '/token?service=registry&scope=repository%3Ateam%2Fweb%3Apull';
const CONTENT = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

/** What no honest registry does; Gitea shows what one does. */
describe('ChartService, from a registry that cannot be trusted', () => {
  const charts = HelmCharts.create();
  const { content } = charts.package(charts.write('web', '1.0.0'));
  const digest = digestOf(content);
  const blob = `/v2/team/web/blobs/sha256:${digest}`;

  let registry: ChartServer;
  let elsewhere: ChartServer;
  let cacheDirectory: string;

  beforeEach(async () => {
    registry = await ChartServer.start();
    elsewhere = await ChartServer.start();
    cacheDirectory = await mkdtemp(join(tmpdir(), 'chart-cache-'));
    push('1.0.0', [{ mediaType: CONTENT, digest: `sha256:${digest}` }]);
    registry.answers.set(blob, { body: content });
  });

  afterEach(async () => {
    await registry.stop();
    await elsewhere.stop();
    rmSync(cacheDirectory, { recursive: true });
  });

  afterAll(() => charts.remove());

  function push(tag: string, layers: unknown) {
    registry.answers.set(`/v2/team/web/manifests/${tag}`, {
      body: JSON.stringify({ schemaVersion: 2, layers }),
    });
  }

  const fetchChart = (
    version = '1.0.0',
    others: {
      hosts?: string[];
      username?: string;
      password?: string;
      token?: string;
    } = {},
    name = 'web',
  ) =>
    ChartService.create({
      cacheDirectory,
      repositories: [
        {
          url: `oci://${registry.host}/team`,
          hosts: [],
          plainHttp: true,
          ...others,
        },
      ],
    }).fetch({ repository: `oci://${registry.host}/team`, name, version });

  it('is asked for nothing but the manifest and the archive', async () => {
    expect(await fetchChart()).toMatchObject({ version: '1.0.0', digest });
    expect(registry.paths).toEqual(['/v2/team/web/manifests/1.0.0', blob]);
  });

  it('is asked for all its pages, wherever it says that they are', async () => {
    registry.answers.set('/v2/team/web/tags/list?n=1000', {
      headers: { link: `<${elsewhere.url}/v2/?n=1000&last=b>; rel="next"` },
      body: JSON.stringify({ tags: ['latest', '0.9.0', '1', 'v1.5.0'] }),
    });
    registry.answers.set('/v2/team/web/tags/list?n=1000&last=b', {
      body: JSON.stringify({ tags: ['1.0.0', '2.0.0-rc.1'] }),
    });
    expect(await fetchChart('>0')).toMatchObject({ version: '1.0.0' });
    expect(elsewhere.requests).toEqual([]);
  });

  it('is not followed through pages without end', async () => {
    registry.gate = request =>
      request.url?.includes('/tags/list')
        ? {
            headers: { link: '<?n=1000>; rel="next"' },
            body: JSON.stringify({ tags: ['1.0.0'] }),
          }
        : undefined;
    await expect(fetchChart('*')).rejects.toThrow(/longer than 50 pages/);
    expect(registry.requests).toHaveLength(50);
  });

  it('cannot give other bytes than its manifest says', async () => {
    registry.answers.set(blob, { body: 'other' });
    await expect(fetchChart()).rejects.toThrow(
      /web 1\.0\.0 \(.*\) has another digest than its repository says/,
    );
  });

  it.each([
    ['no layer', []],
    [
      'two',
      [0, 1].map(() => ({ mediaType: CONTENT, digest: `sha256:${digest}` })),
    ],
    [
      'another kind of layer',
      [{ mediaType: 'application/x', digest: `sha256:${digest}` }],
    ],
    ['another kind of digest', [{ mediaType: CONTENT, digest: 'sha512:1' }]],
    ['a path for a digest', [{ mediaType: CONTENT, digest: '../../token' }]],
    ['no list', 'layers'],
  ])('cannot give %s for a chart', async (_, layers) => {
    push('1.0.0', layers);
    await expect(fetchChart()).rejects.toThrow(
      /is not a chart|is not a valid registry response/,
    );
    expect(registry.requests).toHaveLength(1);
  });

  it('cannot give another chart than was asked for', async () => {
    push('2.0.0', [{ mediaType: CONTENT, digest: `sha256:${digest}` }]);
    await expect(fetchChart('2.0.0')).rejects.toThrow(
      /is of another chart or version: web 1\.0\.0/,
    );
  });

  it.each(['Web', 'web/../other', 'web?a', 'web:1', '-web', ''])(
    'is not asked for a chart of the name %j',
    async name => {
      await expect(fetchChart('1.0.0', {}, name)).rejects.toThrow(
        /is not a valid repository name in a registry/,
      );
      expect(registry.requests).toEqual([]);
    },
  );

  describe('that asks for a token', () => {
    const credentials = { username: 'reader', password: SECRET };

    beforeEach(() => {
      askForToken(registry);
    });

    /** Lets those in who got a token at a server's `/token`. */
    function askForToken(service: ChartServer) {
      registry.gate = request =>
        request.url?.startsWith('/token') ||
        request.headers.authorization === 'Bearer given'
          ? undefined
          : {
              status: 401,
              headers: {
                'www-authenticate': `Bearer realm="${service.url}/token",service="registry",scope="repository:team/web:pull,push,delete"`,
              },
            };
      service.answers.set(TOKEN, request =>
        request.headers.authorization === BASIC
          ? { body: JSON.stringify({ token: 'given' }) }
          : { status: 403 },
      );
    }

    it('gets the right to pull only, with the credentials', async () => {
      expect(await fetchChart('1.0.0', credentials)).toMatchObject({ digest });
      expect(registry.requests).toEqual([
        { path: '/v2/team/web/manifests/1.0.0', authorization: undefined },
        { path: TOKEN, authorization: BASIC },
        { path: '/v2/team/web/manifests/1.0.0', authorization: 'Bearer given' },
        { path: blob, authorization: 'Bearer given' },
      ]);
    });

    it('does not send them to a token service on a host that is not configured', async () => {
      askForToken(elsewhere);
      const error = await fetchChart('1.0.0', credentials).catch(String);
      expect(error).toMatch(
        /^NotAllowedError: Cannot preview: .* leads to http:\/\/127\.0\.0\.1:\d+, which is not contacted/,
      );
      expect(error).not.toContain(SECRET);
      expect(elsewhere.requests).toEqual([]);

      const allowed = { ...credentials, hosts: [elsewhere.host] };
      expect(await fetchChart('1.0.0', allowed)).toMatchObject({ digest });
    });

    it('does not send the token to where an archive is redirected', async () => {
      registry.answers.set(blob, {
        status: 307,
        headers: { location: `${elsewhere.url}/storage` },
      });
      elsewhere.answers.set('/storage', { body: content });
      const allowed = { ...credentials, hosts: [elsewhere.host] };
      await fetchChart('1.0.0', allowed);
      expect(elsewhere.requests).toEqual([
        { path: '/storage', authorization: undefined },
      ]);
    });

    it('does not send a token of the configuration anywhere else', async () => {
      askForToken(elsewhere);
      expect(await fetchChart('1.0.0', { token: 'given' })).toMatchObject({
        digest,
      });
      expect(elsewhere.requests).toEqual([]);
    });

    it.each(['{}', 'text', '{"token":1}', '{"token":"a\\r\\nb: c"}'])(
      'says that %s is no token',
      async body => {
        registry.answers.set(TOKEN, { body });
        await expect(fetchChart('1.0.0', credentials)).rejects.toThrow(
          /The token service of .* gives no token/,
        );
      },
    );

    it.each(['Bearer', 'Bearer realm="no URL"', 'Digest a="b"', ''])(
      'says where credentials are asked for by %j',
      async challenge => {
        registry.gate = () => ({
          status: 401,
          headers: { 'www-authenticate': challenge },
        });
        await expect(fetchChart()).rejects.toThrow(
          /asks for credentials: set them in|does not say where its tokens come from/,
        );
      },
    );
  });
});
