import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import progressiveDeliveryPlugin from '@progressive-delivery/backstage-plugin-progressive-delivery-backend';
import { Toolbox } from '@progressive-delivery/sandbox';
import { ForgeHost } from './ForgeHost';
import forgeModule from './forgeModule';
import { Forge } from './__testUtils__/Forge';

// It renders with the real tools.
jest.setTimeout(180_000);

const FILES = {
  'apps/web/kustomization.yaml': `helmGlobals: { chartHome: ../../charts }
helmCharts: [{ name: web, releaseName: web, valuesFile: values.yaml }]
`,
  'apps/web/values.yaml': 'progressiveDelivery:\n  enabled: false\n',
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'charts/web/values.yaml': 'progressiveDelivery:\n  enabled: false\n',
  'charts/web/templates/web.yaml': `apiVersion: {{ ternary "argoproj.io/v1alpha1" "apps/v1" .Values.progressiveDelivery.enabled }}
kind: {{ ternary "Rollout" "Deployment" .Values.progressiveDelivery.enabled }}
metadata: { name: web }
spec:
  {{- if .Values.progressiveDelivery.enabled }}
  strategy: { canary: { steps: [{ pause: {} }] } }
  {{- end }}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web:1 }] }
`,
};

const SWITCH = 'progressiveDelivery.enabled';

describe('a Git host that a module adds', () => {
  let forge: Forge;
  let backend: TestBackend;
  let target: string;

  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/progressive-delivery/v1/entities/component/default/web${path}`,
      {
        method,
        body: body && JSON.stringify(body),
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
      },
    );
    return response.json();
  };

  beforeAll(async () => {
    forge = await Forge.start(FILES);
    const { host, token } = forge;
    const overlay = `url:http://${host}/platform/gitops/src/branch/main/apps/web`;
    const component: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'web',
        namespace: 'default',
        annotations: { 'progressive-delivery/overlay': overlay },
      },
    };
    const tools = Toolbox.create();
    backend = await startTestBackend({
      features: [
        progressiveDeliveryPlugin,
        forgeModule,
        catalogServiceMock.factory({ entities: [component] }),
        mockServices.rootConfig.factory({
          data: {
            forge: { host, apiBaseUrl: `http://${host}/api`, token },
            // How its repositories are read and pushed to.
            integrations: {
              gitea: [{ host, baseUrl: `http://${host}`, password: token }],
            },
            progressiveDelivery: {
              tools: {
                helm: tools.tool('helm'),
                kustomize: tools.tool('kustomize'),
              },
              allow: [
                {
                  entities: ['component:default/web'],
                  projects: ['*'],
                  repositories: [forge.repository],
                  namespaces: ['*'],
                },
              ],
            },
          },
        }),
      ],
    });
    const { targets } = await ask('GET', '/targets?wait=true');
    target = `/targets/${targets[0].id}`;
  });

  afterAll(async () => {
    await backend?.stop();
    await forge?.stop();
  });

  const propose = async () => {
    const { digest, profile } = await ask(
      'GET',
      `${target}/comparison?switch=${SWITCH}&enabled=true`,
    );
    return ask('POST', `${target}/proposals`, {
      switch: SWITCH,
      enabled: true,
      digest,
      profile: profile.id ?? profile,
    });
  };

  it('is where the pull request is opened, for a branch that was pushed there', async () => {
    expect(await propose()).toMatchObject({
      proposal: { url: `http://${forge.host}/platform/gitops/changes/1` },
    });
    const [{ source, target: onto }] = forge.changes;
    expect(onto).toBe('main');
    expect(forge.git.countWithout(source, 'main')).toBe(1);
  });

  it('is asked for it again, which opens no second one', async () => {
    await propose();
    expect(forge.changes).toHaveLength(1);
    expect(await ask('GET', `${target}/proposals`)).toMatchObject({
      proposals: [{ number: 1, state: 'open' }],
    });
  });

  it('says in its own words why it does nothing', async () => {
    forge.failing = 403;
    const { error } = await propose();
    forge.failing = undefined;
    expect(error.message).toMatch(
      /^The account of forge is not allowed to .* in http.*: give it write access to the repository$/,
    );
  });
});

describe('the forge', () => {
  let forge: Forge;
  let host: ForgeHost;
  let repository: string;

  beforeEach(async () => {
    forge = await Forge.start(FILES);
    repository = forge.repository;
    host = ForgeHost.create({
      host: forge.host,
      apiBaseUrl: `http://${forge.host}/api`,
      token: forge.token,
    });
    forge.commit('work', { 'apps/web/values.yaml': 'a: 1\n' });
  });

  afterEach(() => forge.stop());

  const open = (branch = 'work') =>
    host.open({
      repository,
      branch,
      base: 'main',
      title: 'Work',
      body: 'As it was previewed.',
      draft: false,
    });

  it('opens, finds, changes and closes a change', async () => {
    expect(await open('gone')).toMatchObject({ because: 'branchMissing' });
    expect(await open()).toMatchObject({ value: { number: 1, state: 'open' } });
    expect(await open()).toMatchObject({ because: 'exists' });
    expect(
      await host.update({ repository, number: 1, title: 'Working' }),
    ).toMatchObject({ value: { title: 'Working' } });
    expect(await host.close({ repository, number: 1 })).toMatchObject({
      value: { state: 'closed' },
    });
    const find = (branch: string) =>
      host.find({ repository, base: 'main', branches: new Set([branch]) });
    expect(await find('work')).toMatchObject({
      value: [{ number: 1, title: 'Working', body: 'As it was previewed.' }],
    });
    expect(await find('other')).toEqual({ outcome: 'found', value: [] });
  });

  it('labels a change, asks people to review it, and says how it stands', async () => {
    await open();
    const one = { repository, number: 1 };
    expect(await host.addLabels({ ...one, labels: ['canary'] })).toMatchObject({
      value: ['canary'],
    });
    const ask = (teams: string[]) =>
      host.requestReviews({ ...one, reviewers: { people: ['bob'], teams } });
    expect(await ask(['team'])).toMatchObject({ because: 'noTeams' });
    expect(await ask([])).toMatchObject({ outcome: 'found' });
    const head = { branch: 'work', commit: forge.base };
    expect(
      await host.review({
        repository,
        pullRequest: { number: 1, head, base: { branch: 'main' } },
      }),
    ).toMatchObject({ value: { awaiting: ['bob'], conflicts: 'no' } });
    expect(await host.access({ repository })).toMatchObject({
      value: { write: 'yes' },
    });
  });
});

describe('docs/git-hosts.md', () => {
  it.each(['ForgeHost.ts', 'forgeModule.ts'])('shows %s', file => {
    const page = readFileSync(
      join(__dirname, '../../../../docs/git-hosts.md'),
      'utf8',
    );
    expect(page).toContain(readFileSync(join(__dirname, file), 'utf8'));
  });
});
