import {
  chartRepositoryUrl,
  findChartRepository,
  mayContact,
} from './chartRepository';

const repository = (url: string, others: object = {}) => ({
  url,
  hosts: [],
  plainHttp: false,
  ...others,
});

describe('chartRepositoryUrl', () => {
  it.each([
    ['https://Charts.Example.com/Stable/', 'https://charts.example.com/Stable'],
    [
      'oci://registry.example.com:5000/a/b',
      'oci://registry.example.com:5000/a/b',
    ],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ])('calls %s %s', (written, url) => {
    expect(chartRepositoryUrl(written)).toBe(url);
  });

  it.each([
    'https://user:password@charts.example.com',
    'https://user@charts.example.com',
    'https://charts.example.com?a=b',
    'https://charts.example.com/#a',
    'https://charts.example.com/a/../b',
    'https://charts.example.com/./b',
    'https://charts.example.com/a//b',
    'https://charts.example.com/%2e%2e/b',
    'https://charts.example.com\\@evil.example.com',
    'https://charts.example.com:99999',
    'https://[::1]/',
    'HTTPS://charts.example.com',
    'oci:charts.example.com',
    'file:///etc',
    '--repo=https://evil.example.com',
    'charts.example.com',
    ' https://charts.example.com',
  ])('takes %j for none', written => {
    expect(chartRepositoryUrl(written)).toBeUndefined();
  });
});

describe('findChartRepository', () => {
  const configured = [
    repository('https://charts.example.com'),
    repository('https://charts.example.com/team', { token: 'team' }),
    repository('oci://registry.example.com/charts'),
    repository('oci://localhost:5000', { plainHttp: true }),
  ];

  it.each([
    ['https://charts.example.com', 'https://charts.example.com'],
    ['https://charts.example.com/other', 'https://charts.example.com'],
    ['https://charts.example.com/teams', 'https://charts.example.com'],
    ['https://charts.example.com/team', 'https://charts.example.com/team'],
    ['https://charts.example.com/team/a', 'https://charts.example.com/team'],
  ])('finds for %s what is configured nearest above it', (url, found) => {
    expect(findChartRepository(configured, url).config.url).toBe(found);
  });

  it.each([
    ['https://charts.example.com/a', 'helm', 'https://charts.example.com'],
    [
      'oci://registry.example.com/charts/a',
      'oci',
      'https://registry.example.com',
    ],
    ['oci://localhost:5000/a', 'oci', 'http://localhost:5000'],
  ])('knows how to reach %s', (url, kind, origin) => {
    expect(findChartRepository(configured, url)).toMatchObject({
      kind,
      origin,
    });
  });

  it.each([
    'http://charts.example.com',
    'https://charts.example.com:8443',
    'https://charts.example.com.evil.example.com',
    'oci://charts.example.com',
    'oci://registry.example.com',
    'oci://registry.example.com/charts-evil',
  ])('does not take %s for one that is configured', url => {
    expect(() => findChartRepository(configured, url)).toThrow(
      `Cannot preview: Chart repository ${url} is not configured: add it to progressiveDelivery.chartRepositories in the app-config`,
    );
  });
});

describe('mayContact', () => {
  const of = (url: string, others: object = {}) =>
    findChartRepository([repository(url, others)], url);

  it.each([
    ['https://charts.example.com/anything', true],
    ['https://objects.example.com/anything', true],
    ['http://charts.example.com', false],
    ['http://objects.example.com', false],
    ['https://charts.example.com:8443', false],
    ['https://other.example.com', false],
    ['file://objects.example.com/etc/passwd', false],
    ['ftp://objects.example.com', false],
  ])('of a host that is configured besides: %s %s', (url, may) => {
    const charts = of('https://charts.example.com', {
      hosts: ['objects.example.com'],
    });
    expect(mayContact(charts, new URL(url))).toBe(may);
  });

  it('of one without encryption, others without it too', () => {
    const plain = of('http://127.0.0.1:1', { hosts: ['127.0.0.1:2'] });
    expect(mayContact(plain, new URL('http://127.0.0.1:2'))).toBe(true);
    expect(mayContact(plain, new URL('https://127.0.0.1:2'))).toBe(true);
    expect(mayContact(plain, new URL('http://127.0.0.1:3'))).toBe(false);
  });
});
