import { GITOPS, memoryRepositories } from '../overlays/__testUtils__/layOut';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { Entry } from '../git/__testUtils__/treeOf';
import { applicationSchema } from '../targets/applications/application';
import { applicationSources } from '../targets/applications/applicationSources';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { renderTool } from './__testUtils__/renderTools';
import { VariantService } from './VariantService';

const VALUES = 'https://git.example.com/platform/values.git';
const SWITCH = 'progressiveDelivery.enabled';

const WORKLOAD = `
{{- $rollout := .Values.progressiveDelivery.enabled }}
apiVersion: {{ ternary "argoproj.io/v1alpha1" "apps/v1" $rollout }}
kind: {{ ternary "Rollout" "Deployment" $rollout }}
metadata:
  name: {{ .Release.Name }}
  annotations: { revision: "{{ .Values.revision }}" }
`;

/** A chart with one switch, in a directory. */
const chart = (directory: string) => ({
  [`${directory}/Chart.yaml`]: 'name: web\nversion: 1.0.0\n',
  [`${directory}/values.yaml`]: `progressiveDelivery: { enabled: false }\n`,
  [`${directory}/templates/workload.yaml`]: WORKLOAD,
});

const ON = 'progressiveDelivery: { enabled: true }\n';
const OFF = 'progressiveDelivery:\n  enabled: false\n';

function targetOf(spec: object, metadata: object = {}): DeliveryTarget {
  const application = applicationSchema.parse({
    metadata: { name: 'web', namespace: 'argocd', ...metadata },
    spec,
  });
  return {
    kind: 'application',
    argocd: 'main',
    kustomizeBuildOptions: ['--enable-helm'],
    id: 'main.argocd.web',
    title: 'web',
    sources: applicationSources(application),
    destination: { namespace: 'shop' },
    application,
    instanceName: 'web',
  };
}

const source = (fields: object = {}) => ({
  repoURL: GITOPS,
  targetRevision: 'main',
  path: 'app',
  ...fields,
});

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

describe('VariantService, with all that sources can say', () => {
  const create = (
    repositories: Record<string, Record<string, Entry>>,
    options?: { branch?: string; commit?: string },
  ) =>
    VariantService.create({
      repositories: memoryRepositories(repositories, options),
      charts: noCharts(),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 2,
    });

  it('edits the values file of another repository where that is the last', async () => {
    const variants = create({
      [GITOPS]: { ...chart('app'), 'app/own.yaml': ON },
      [VALUES]: { 'web/values.yaml': OFF },
    });
    const target = targetOf({
      sources: [
        source({
          helm: { valueFiles: ['own.yaml', '$lent/web/values.yaml'] },
        }),
        { repoURL: VALUES, targetRevision: 'main', ref: 'lent' },
      ],
    });
    const description = await variants.describe(target);
    expect(description.problems).toEqual([]);
    expect(description.switches).toMatchObject([
      {
        id: SWITCH,
        enabled: false,
        origin: { from: 'overlay', file: 'web/values.yaml', line: 2 },
      },
    ]);
    expect(description.editPlaces).toMatchObject([
      { repository: VALUES, base: 'main', file: 'web/values.yaml' },
    ]);
    expect(description.sources).toMatchObject([
      { repository: GITOPS, valuesFile: undefined },
      { repository: VALUES, valuesFile: 'web/values.yaml' },
    ]);
    expect(description.sources[1].commit).toBe('1'.repeat(40));
    const { comparison, edit } = await variants.compare(target, {
      switch: SWITCH,
      enabled: true,
    });
    expect(edit).toMatchObject({ repository: VALUES, file: 'web/values.yaml' });
    expect(comparison.changes).toMatchObject([{ change: 'kind-changed' }]);
  });

  it('changes a file for all sources that read it', async () => {
    const variants = create({
      [GITOPS]: { ...chart('app'), 'app/shared.yaml': OFF },
    });
    const sources = ['one', 'two'].map(releaseName =>
      source({ helm: { releaseName, valueFiles: ['shared.yaml'] } }),
    );
    const target = targetOf({ sources });
    const { switches, workloads } = await variants.describe(target);
    expect(switches.map(({ id }) => id)).toEqual([
      `app:${SWITCH}`,
      `app-2:${SWITCH}`,
    ]);
    expect(workloads.map(each => [each.name, each.switches])).toEqual([
      ['one', [`app:${SWITCH}`, `app-2:${SWITCH}`]],
      ['two', [`app:${SWITCH}`, `app-2:${SWITCH}`]],
    ]);
  });

  it('renders plain manifests beside a chart, and of what two sources have the last', async () => {
    const variants = create({
      [GITOPS]: {
        ...chart('app'),
        'more/a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n',
        'more/b.json':
          '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop"}}',
        'more/c.yaml': 'not: a manifest\n',
        'more/deeper/d.yaml': 'kind: [',
      },
    });
    const target = targetOf({ sources: [source(), source({ path: 'more' })] });
    const { problems, workloads } = await variants.describe(target);
    expect(problems).toEqual([]);
    expect(workloads).toEqual([
      { namespace: 'shop', name: 'web', kind: 'Deployment', switches: [] },
    ]);
  });

  it('says where the revision is pinned, and what the switch would move', async () => {
    const variants = create(
      { [GITOPS]: { ...chart('app'), 'app/own.yaml': OFF } },
      { branch: undefined },
    );
    const { editPlaces, switches, workloads } = await variants.describe(
      targetOf({
        source: source({
          targetRevision: 'v1.2.3',
          helm: { valueFiles: ['own.yaml'] },
        }),
      }),
    );
    expect(switches[0].notProposable?.text).toBe(
      'spec.source.targetRevision of Application web is pinned to v1.2.3 (11111111), which is not a branch that a pull request could be merged into: change it there',
    );
    expect(editPlaces).toEqual([]);
    expect(workloads[0].switches).toEqual([SWITCH]);
  });

  it('says that an ApplicationSet owns a value, and what the switch would move', async () => {
    const variants = create({
      [GITOPS]: { ...chart('app'), 'app/own.yaml': OFF },
    });
    const { switches, workloads } = await variants.describe(
      targetOf(
        {
          source: source({
            helm: {
              valueFiles: ['own.yaml'],
              parameters: [{ name: SWITCH, value: 'true' }],
            },
          }),
        },
        { ownerReferences: [{ kind: 'ApplicationSet', name: 'all' }] },
      ),
    );
    expect(switches).toMatchObject([
      {
        enabled: true,
        notProposable: {
          text: `helm.parameters (${SWITCH}) of ApplicationSet all sets ${SWITCH} and wins over values files: change it there`,
        },
      },
    ]);
    expect(workloads).toMatchObject([{ kind: 'Rollout', switches: [SWITCH] }]);
  });

  it('says that a file beside the source owns a value', async () => {
    const variants = create({
      [GITOPS]: {
        ...chart('app'),
        'app/own.yaml': OFF,
        'app/.argocd-source-web.yaml': `helm: { valuesObject: { ${ON.trim()} } }\n`,
      },
    });
    const target = targetOf({
      source: source({ helm: { valueFiles: ['own.yaml'] } }),
    });
    await expect(
      variants.compare(target, { switch: SWITCH, enabled: false }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: `No pull request can change ${SWITCH}. helm.valuesObject of app/.argocd-source-web.yaml sets ${SWITCH} and wins over values files: change it there`,
      problem: {
        id: 'switchNotProposable',
        parameters: { switch: SWITCH, notProposable: { id: 'setElsewhere' } },
      },
    });
    const { workloads } = await variants.describe(target);
    expect(workloads).toMatchObject([{ kind: 'Rollout', switches: [SWITCH] }]);
  });

  it('sees what a switch moves that a kustomization sets inline, and commits nothing for it', async () => {
    const variants = create({
      [GITOPS]: {
        'app/kustomization.yaml': `helmCharts:\n  - name: web\n    releaseName: web\n    valuesFile: own.yaml\n    valuesInline: { ${ON.trim()} }\n`,
        'app/own.yaml': OFF,
        ...chart('app/charts/web'),
      },
    });
    const { editPlaces, switches, workloads } = await variants.describe(
      targetOf({ source: source() }),
    );
    expect(switches).toMatchObject([
      {
        enabled: true,
        notProposable: {
          text: `helmCharts[0].valuesInline of app/kustomization.yaml sets ${SWITCH} and wins over values files: change it there`,
        },
      },
    ]);
    expect(workloads).toMatchObject([{ kind: 'Rollout', switches: [SWITCH] }]);
    expect(editPlaces).toEqual([]);
  });

  it.each([
    [
      'a plugin',
      source({ plugin: { name: 'any' } }),
      chart('app'),
      'spec.source is rendered by a plugin of Argo CD, which may do anything with its files',
    ],
    [
      'an encrypted values file',
      source({ helm: { valueFiles: ['own.yaml', 'secrets://s.yaml'] } }),
      { ...chart('app'), 'app/own.yaml': OFF, 'app/s.yaml': 'sops: {}\n' },
      'The values file "secrets://s.yaml" is decrypted by helm-secrets, with keys that only Argo CD has',
    ],
    [
      'a generator',
      source(),
      {
        'app/kustomization.yaml':
          'helmCharts: [{ name: web, valuesFile: own.yaml }]\ngenerators: [secrets.yaml]\n',
        'app/own.yaml': OFF,
        ...chart('app/charts/web'),
      },
      'The field generators of app/kustomization.yaml is not supported: it runs programs',
    ],
  ])(
    'finds the switches of a source with %s, and says why it cannot preview',
    async (_, written, files, reason) => {
      const variants = create({ [GITOPS]: files });
      const target = targetOf({ source: written });
      const description = await variants.describe(target);
      expect(description.switches).toMatchObject([
        { id: SWITCH, enabled: false, notProposable: undefined },
      ]);
      const message = `Cannot preview: ${reason}`;
      expect(description).toMatchObject({
        workloads: [],
        problems: [{ id: 'cannotPreview', text: message }],
      });
      await expect(
        variants.compare(target, { switch: SWITCH, enabled: true }),
      ).rejects.toMatchObject({ name: 'InputError', message });
    },
  );

  it('finds the switches of one source where another cannot be read', async () => {
    const variants = create({ [GITOPS]: chart('app') });
    const description = await variants.describe(
      targetOf({
        sources: [source(), source({ path: undefined, tagPrefix: 'x' })],
      }),
    );
    expect(description.switches).toHaveLength(1);
    expect(description.problems.map(({ text }) => text)).toEqual([
      'Cannot preview: spec.sources[1] has no path',
    ]);
    expect(description.sources[1].commit).toBeUndefined();
  });

  it('has another digest at another commit only where something refers to the revision', async () => {
    const files = { [GITOPS]: { ...chart('app'), 'app/own.yaml': OFF } };
    const digest = async (value: string, commit: string) => {
      const target = targetOf({
        source: source({
          helm: {
            valueFiles: ['own.yaml'],
            parameters: [{ name: 'revision', value }],
          },
        }),
      });
      const { comparison } = await create(files, {
        branch: 'main',
        commit,
      }).compare(target, { switch: SWITCH, enabled: true });
      return comparison.digest;
    };
    const [one, other] = ['1'.repeat(40), '2'.repeat(40)];
    expect(await digest('$ARGOCD_APP_NAME', other)).toBe(
      await digest('$ARGOCD_APP_NAME', one),
    );
    expect(await digest('$ARGOCD_APP_REVISION', other)).not.toBe(
      await digest('$ARGOCD_APP_REVISION', one),
    );
  });

  it('finds the switches of charts within a chart, by the names that it gives them', async () => {
    const variants = create({
      [GITOPS]: {
        ...chart('app'),
        'app/Chart.yaml':
          'name: all\nversion: 1.0.0\ndependencies:\n  - { name: web, version: 1.0.0, alias: shop }\n',
        ...chart('app/charts/web'),
        'app/charts/web/templates/workload.yaml': WORKLOAD.replace(
          '.Release.Name }}',
          '.Chart.Name }}',
        ),
        'app/own.yaml': OFF,
      },
    });
    const { problems, workloads } = await variants.describe(
      targetOf({ source: source({ helm: { valueFiles: ['own.yaml'] } }) }),
    );
    expect(problems).toEqual([]);
    expect(workloads.map(each => [each.name, each.switches]).sort()).toEqual([
      ['shop', ['shop.progressiveDelivery.enabled']],
      ['web', [SWITCH]],
    ]);
  });

  it('changes a kustomization as the Application says', async () => {
    const variants = create({
      [GITOPS]: {
        'app/kustomization.yaml':
          '# Ours.\nhelmCharts: [{ name: web, releaseName: web, valuesFile: own.yaml }]\npatches:\n  - target: { kind: Deployment }\n    patch: "- { op: add, path: /metadata/labels, value: { a: b } }"\n',
        'app/own.yaml': OFF,
        ...chart('app/charts/web'),
      },
    });
    const target = targetOf({
      source: source({
        kustomize: {
          namePrefix: '-pre-',
          namespace: 'shop',
          commonAnnotations: { by: 'us' },
          patches: [
            {
              target: { labelSelector: 'a=b' },
              patch: '- { op: replace, path: /metadata/labels/a, value: c }',
            },
            {
              target: { kind: 'Rollout' },
              patch: '- { op: add, path: /spec, value: { strategy: {} } }',
            },
          ],
        },
      }),
    });
    const { problems, workloads } = await variants.describe(target);
    expect(problems).toEqual([]);
    expect(workloads).toEqual([
      {
        namespace: 'shop',
        name: '-pre-web',
        kind: 'Deployment',
        switches: [SWITCH],
      },
    ]);
    const { comparison } = await variants.compare(target, {
      switch: SWITCH,
      enabled: true,
    });
    expect(comparison.changes[0].patch).toMatch(/^-\s+a: c$/m);
    expect(comparison.changes[0].patch).toMatch(/^\+\s+strategy: \{\}$/m);
  });

  it('refuses another kustomize than there is', async () => {
    const variants = create({ [GITOPS]: { 'app/kustomization.yaml': '' } });
    const { problems } = await variants.describe(
      targetOf({ source: source({ kustomize: { version: 'v3.5.4' } }) }),
    );
    expect(problems[0].text).toMatch(
      /^Cannot preview: The Application asks for kustomize v3.5.4, and .*v5/,
    );
  });
});
