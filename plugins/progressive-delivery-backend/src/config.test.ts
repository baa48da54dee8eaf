import { ConfigReader } from '@backstage/config';
import { readConfig } from './config';
import { defaultBodyTemplate, defaultTitleTemplate } from './proposalTemplates';

describe('readConfig', () => {
  it('takes a section with nothing in it for one that is not there', () => {
    expect(
      readConfig(
        new ConfigReader({
          progressiveDelivery: { argocd: null, tools: null, allow: null },
        }),
      ),
    ).toEqual(readConfig(new ConfigReader({})));
  });

  it('refuses a rule that lost the field that narrows it', () => {
    const rule = {
      entities: ['component:default/web'],
      locations: null,
      projects: ['*'],
      repositories: ['*'],
      namespaces: ['*'],
    };
    expect(() =>
      readConfig(new ConfigReader({ progressiveDelivery: { allow: [rule] } })),
    ).toThrow('progressiveDelivery.allow.0.locations');
  });

  it('has a default for everything', () => {
    expect(readConfig(new ConfigReader({}))).toEqual({
      argocd: [],
      proposals: {
        enabled: true,
        titleTemplate: defaultTitleTemplate,
        bodyTemplate: defaultBodyTemplate,
        branchPrefix: 'progressive-delivery/',
        draft: false,
        labels: [],
        reviewers: [],
        reviewByOwners: false,
      },
      actions: { enabled: true },
      preflight: { checks: {}, acknowledgeWarnings: false },
      destinations: {},
      allow: [],
      chartRepositories: [],
      tools: { helm: 'helm', kustomize: 'kustomize', git: 'git' },
      rendering: {
        apiVersions: [],
        concurrency: 4,
        limits: {
          seconds: 60,
          outputMebibytes: 10,
          objects: 5_000,
          memoryMebibytes: 1_024,
        },
      },
      cacheDirectory: expect.stringMatching(/progressive-delivery$/),
      cacheMegabytes: 4096,
      revisionCacheSeconds: 5,
      author: { name: 'Backstage', email: 'backstage@localhost' },
    });
  });

  it('lets the Applications of Argo CD’s own namespace count only', () => {
    const config = readConfig(
      new ConfigReader({
        progressiveDelivery: {
          argocd: [{ name: 'main', cluster: 'tools', namespace: 'gitops' }],
        },
      }),
    );
    expect(config.argocd).toEqual([
      {
        name: 'main',
        cluster: 'tools',
        namespace: 'gitops',
        kustomizeBuildOptions: ['--enable-helm'],
        applicationNamespaces: ['gitops'],
        repositories: [],
      },
    ]);
  });

  it('names every key that is wrong', () => {
    expect(() =>
      readConfig(
        new ConfigReader({
          progressiveDelivery: {
            argocd: [
              { name: 'Not A Label', cluster: 'a' },
              { name: 'b', clusters: 'a' },
            ],
            rendering: { kubeVersion: 'latest' },
            cacheDirectory: 'relative',
            cacheMegabytes: 1,
            revisionCacheSeconds: -1,
          },
        }),
      ),
    ).toThrow(
      /argocd\.0\.name: must be a DNS label.*argocd\.1\.cluster: .*expected string.*argocd\.1: Unrecognized key.*rendering\.kubeVersion: must be a version.*cacheDirectory: must be an absolute path.*cacheMegabytes: Too small.*revisionCacheSeconds: Too small/,
    );
  });

  it('refuses a template that could not be filled in', () => {
    const starting = (titleTemplate: string) => () =>
      readConfig(
        new ConfigReader({
          progressiveDelivery: { proposals: { titleTemplate } },
        }),
      );
    expect(starting('chore: {{switch}} {{ state }}')).not.toThrow();
    expect(starting('{{ swich }}')).toThrow(
      'progressiveDelivery.proposals.titleTemplate: has {{ swich }}, which is no placeholder; there are {{ switch }}, {{ state }}, {{ target }}, {{ entity }}',
    );
    expect(starting('{{ state }} {{state}}')).toThrow('has {{ state }} twice');
    expect(starting('{{ state')).toThrow('braces that belong to no');
    expect(starting('')).toThrow('proposals.titleTemplate');
  });

  it('links to an Argo CD by http and https only, without credentials', () => {
    const urlOf = (url: string) =>
      readConfig(
        new ConfigReader({
          progressiveDelivery: { argocd: [{ name: 'a', cluster: 'a', url }] },
        }),
      ).argocd[0].url;
    expect(urlOf('https://argocd.example.com/')).toBe(
      'https://argocd.example.com',
    );
    expect(urlOf('http://tools.example.com:8080/argocd')).toBe(
      'http://tools.example.com:8080/argocd',
    );
    for (const url of [
      'ftp://argocd.example.com',
      'argocd.example.com',
      'https://admin:secret@argocd.example.com',
      'https://argocd.example.com?token=secret',
    ]) {
      expect(() => urlOf(url)).toThrow(/argocd\.0\.url/);
    }
  });

  it('refuses two installations of one name', () => {
    expect(() =>
      readConfig(
        new ConfigReader({
          progressiveDelivery: {
            argocd: [
              { name: 'a', cluster: 'a' },
              { name: 'a', cluster: 'b' },
            ],
          },
        }),
      ),
    ).toThrow(/argocd: names must be unique/);
  });

  describe('of chart repositories', () => {
    const read = (...chartRepositories: object[]) =>
      readConfig(
        new ConfigReader({ progressiveDelivery: { chartRepositories } }),
      ).chartRepositories;

    it('knows hosts by small letters, and nothing by a slash at the end', () => {
      expect(
        read({
          url: 'https://Charts.Example.com/Stable/',
          hosts: ['Objects.example.com:8443'],
        }),
      ).toEqual([
        {
          url: 'https://charts.example.com/Stable',
          hosts: ['objects.example.com:8443'],
          plainHttp: false,
        },
      ]);
    });

    it.each([
      ['https://user:secret@charts.example.com', {}, /without credentials/],
      ['charts.example.com', {}, /must be an https:/],
      ['https://a.example.com', { username: 'a' }, /belong together/],
      [
        'https://a.example.com',
        { username: 'a', password: 'b', token: 'c' },
        /either a token or a password/,
      ],
      ['https://a.example.com', { plainHttp: true }, /for oci:\/\/ only/],
      ['https://a.example.com', { hosts: ['https://b'] }, /must be a host/],
    ])('refuses %s with %j', (url, others, reason) => {
      expect(() => read({ url, ...others })).toThrow(reason);
    });

    it('refuses two of one URL', () => {
      const url = 'oci://registry.example.com/charts';
      expect(() => read({ url }, { url: `${url}/` })).toThrow(
        'URLs must be unique',
      );
    });
  });
});
