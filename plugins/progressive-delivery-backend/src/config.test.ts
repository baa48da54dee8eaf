import { ConfigReader } from '@backstage/config';
import { readConfig } from './config';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig(new ConfigReader({}))).toEqual({
      argocd: [],
      destinations: {},
      allow: [],
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
          },
        }),
      ),
    ).toThrow(
      /argocd\.0\.name: must be a DNS label.*argocd\.1\.cluster: Required.*argocd\.1: Unrecognized key.*rendering\.kubeVersion: must be a version.*cacheDirectory: must be an absolute path.*cacheMegabytes: Number must be greater/,
    );
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
});
