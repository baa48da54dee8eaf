import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ServiceUnavailableError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { parse } from 'yaml';
import { cannotPreview, InspectedTool } from '@progressive-delivery/engine';
import { readConfig } from '../config';
import { configuredHosts } from '../git/command/configuredHosts';
import { kubernetesClusters } from './kubernetesClusters';
import { DOCUMENTATION, Installed, setupProblems } from './setupProblems';

const found = (version: string): InspectedTool => ({
  state: 'found',
  command: '/usr/bin/tool',
  version,
});

const missing = (command: string, configuration: string): InspectedTool => ({
  state: 'unusable',
  error: cannotPreview(
    { id: 'toolNotOnPath', parameters: { command, configuration } },
    ServiceUnavailableError,
  ),
});

const complete: Installed = {
  clusters: { state: 'listed', names: ['production', 'staging'] },
  argocd: [{ name: 'main', cluster: 'production' }],
  gitHosts: new Set(['git.example.com']),
  git: found('2.47.0'),
  tools: [{ helm: found('v4.3.2'), kustomize: found('v5.8.1') }],
};

const bare: Installed = {
  clusters: { state: 'none' },
  argocd: [],
  gitHosts: new Set(),
  git: missing('git', 'progressiveDelivery.tools.git'),
  tools: [
    {
      helm: missing('helm', 'progressiveDelivery.tools.helm'),
      kustomize: missing('kustomize', 'progressiveDelivery.tools.kustomize'),
    },
  ],
};

const ids = (installed: Installed) =>
  setupProblems(installed).map(({ message }) => message.id);

describe('setupProblems', () => {
  it('finds nothing missing where all is there', () => {
    expect(ids(complete)).toEqual([]);
  });

  it('says all that is missing at once', () => {
    expect(ids(bare)).toEqual([
      'clustersMissing',
      'argocdMissing',
      'gitHostsMissing',
      'gitUnusable',
      'toolsUnusable',
      'toolsUnusable',
    ]);
    expect(setupProblems(bare).map(({ message }) => message.text)).toEqual(
      expect.arrayContaining([
        'No change can be previewed. There is no helm on the PATH of the backend: install it, or set progressiveDelivery.tools.helm to its path',
        'No change can be previewed. There is no kustomize on the PATH of the backend: install it, or set progressiveDelivery.tools.kustomize to its path',
      ]),
    );
  });

  it('offers lines that mend it when they are added', () => {
    const lines = Object.assign(
      {},
      ...setupProblems({ ...bare, tools: [] }).map(({ yaml }) => parse(yaml)),
      parse(setupProblems(bare)[1].yaml),
    );
    const config = new ConfigReader(lines);
    expect(
      ids({
        ...complete,
        clusters: kubernetesClusters(config),
        argocd: readConfig(config).argocd,
        gitHosts: configuredHosts(config),
      }),
    ).toEqual([]);
    expect(ScmIntegrations.fromConfig(config).byHost('github.com')?.type).toBe(
      'github',
    );
  });

  it('names the cluster that the Kubernetes plugin does not have, and those that it has', () => {
    const [problem] = setupProblems({
      ...complete,
      argocd: [{ name: 'main', cluster: 'prod' }],
    });
    expect(problem.message.text).toBe(
      'progressiveDelivery.argocd says that Argo CD main runs in cluster prod, which is not one of the Kubernetes plugin: it has production, staging.',
    );
  });

  it('does not judge clusters that are found elsewhere', () => {
    expect(
      ids({
        ...complete,
        clusters: kubernetesClusters(
          new ConfigReader({
            kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }] },
          }),
        ),
        argocd: [{ name: 'main', cluster: 'of-the-catalog' }],
      }),
    ).toEqual([]);
  });

  it.each([
    ['absent', {}],
    ['without content', { kubernetes: null }],
    ['empty', { kubernetes: {} }],
    ['without locators', { kubernetes: { clusterLocatorMethods: [] } }],
    [
      'without clusters',
      {
        kubernetes: {
          clusterLocatorMethods: [{ type: 'config', clusters: [] }],
        },
      },
    ],
    ['something else', { kubernetes: { clusterLocatorMethods: 'config' } }],
  ])('knows no cluster where the configuration is %s', (_, config) => {
    expect(kubernetesClusters(new ConfigReader(config))).toEqual({
      state: 'none',
    });
  });

  it('says of which Argo CD the tools do not fit together', () => {
    const together = cannotPreview({
      id: 'kustomizeTooOldForHelm',
      parameters: {
        kustomize: 'v5.7.1',
        helm: 'v4.3.2',
        configuration: 'progressiveDelivery.argocd "old".tools',
      },
    });
    const [problem, ...others] = setupProblems({
      ...complete,
      tools: [
        ...complete.tools,
        {
          argocd: 'old',
          helm: found('v4.3.2'),
          kustomize: found('v5.7.1'),
          together,
        },
      ],
    });
    expect(others).toEqual([]);
    expect(problem.message).toMatchObject({
      id: 'argocdToolsUnusable',
      parameters: { argocd: 'old' },
    });
    expect(parse(problem.yaml).progressiveDelivery.argocd).toEqual([
      expect.objectContaining({ name: 'old' }),
    ]);
  });

  it('links to sections of the README that exist', () => {
    const headings = Array.from(
      readFileSync(join(__dirname, '../../README.md'), 'utf8').matchAll(
        /^#+ (.+)$/gm,
      ),
      ([, heading]) => heading.toLowerCase().replaceAll(' ', '-'),
    );
    for (const { docs } of setupProblems(bare)) {
      const [page, section] = docs.split('#');
      expect(page).toBe(DOCUMENTATION);
      expect(headings).toContain(section);
    }
  });
});
