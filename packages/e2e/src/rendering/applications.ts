/** Where the repositories of the test material are. */
export interface Repositories {
  rendering: string;
  values: string;
  /** A Helm repository. */
  charts: string;
}

/** An Application that Argo CD knows, and does not deliver. */
export interface RenderedApplication {
  name: string;
  spec: Record<string, unknown>;
  /**
   * Whether nothing of it refers to the commit or branch, so that what is previewed is to the letter what is rendered
   * once it is merged.
   */
  fixed: boolean;
}

const values = '../values';

/** Applications that between them use what a source can say. */
export function applications({
  charts,
  rendering,
  values: lent,
}: Repositories): RenderedApplication[] {
  const source = (fields: object) => ({
    repoURL: rendering,
    targetRevision: 'main',
    ...fields,
  });
  const chart = (helm: object) => source({ path: 'chart', helm });
  return [
    {
      name: 'several-sources',
      fixed: true,
      spec: {
        sources: [
          chart({
            releaseName: 'several',
            valueFiles: [
              '/values/env/base.yaml',
              '$lent/web/*.yaml',
              '$lent/web/a.yaml',
            ],
            fileParameters: [
              { name: 'settings.license', path: '$lent/license.txt' },
            ],
          }),
          { repoURL: lent, targetRevision: 'main', ref: 'lent' },
          source({
            path: 'manifests',
            directory: { recurse: true, exclude: 'deeper/excl*' },
          }),
        ],
      },
    },
    {
      name: 'patterns',
      fixed: true,
      spec: {
        source: chart({
          namespace: 'elsewhere',
          valueFiles: [
            `${values}/env/**/a.yaml`,
            `${values}/env/{us,eu}/?.yaml`,
            'none.yaml',
            '/none/*.yaml',
            '/values/own.yaml',
            `${values}/own.yaml`,
            `${values}/wrong.yaml`,
          ],
          ignoreMissingValueFiles: true,
          kubeVersion: 'v1.30.4-eks-a1b2c3',
          apiVersions: ['example.com/v1'],
          skipCrds: true,
          skipTests: true,
          skipSchemaValidation: true,
        }),
      },
    },
    {
      name: 'parameters',
      fixed: false,
      spec: {
        source: chart({
          valueFiles: [`${values}/own.yaml`],
          values: 'settings: { from: values, number: 1.50, octal: 0755 }',
          parameters: [
            { name: 'replicas', value: '5' },
            { name: 'settings.text', value: '5', forceString: true },
            { name: 'settings.comma', value: 'a,b\\,c' },
            { name: 'settings.list', value: '{a,b}' },
            { name: 'settings.twice', value: 'first' },
            { name: 'settings.twice', value: 'second' },
            {
              name: 'settings.environment',
              value:
                '$ARGOCD_APP_NAME/${ARGOCD_APP_NAMESPACE}/$ARGOCD_APP_PROJECT_NAME/$ARGOCD_APP_SOURCE_PATH/$NONE/$$',
            },
            {
              name: 'settings.revisions',
              value:
                '$ARGOCD_APP_REVISION $ARGOCD_APP_REVISION_SHORT $ARGOCD_APP_REVISION_SHORT_8 $ARGOCD_APP_SOURCE_TARGET_REVISION $ARGOCD_APP_SOURCE_REPO_URL',
              forceString: true,
            },
          ],
          fileParameters: [
            { name: 'settings.license', path: '/values/license.txt' },
          ],
        }),
      },
    },
    {
      name: 'overridden',
      fixed: false,
      spec: {
        source: source({
          path: 'overridden',
          helm: {
            valueFiles: ['/values/$ARGOCD_APP_NAME.yaml'],
            valuesObject: { settings: { from: 'valuesObject', yes: 'no' } },
            parameters: [
              { name: 'settings.first', value: '1', forceString: true },
            ],
          },
        }),
      },
    },
    {
      name: 'kustomized',
      fixed: false,
      spec: {
        source: source({
          path: 'kustomized',
          kustomize: {
            namePrefix: 'pre-',
            nameSuffix: '-post',
            namespace: 'kustomized',
            images: [
              'registry.example.com/web=registry.example.com/mirror/web:$ARGOCD_APP_REVISION_SHORT',
            ],
            // Kustomize knows no replicas of a Rollout.
            replicas: [{ name: 'side', count: '7' }],
            commonLabels: { team: 'shop', by: '$ARGOCD_APP_NAME' },
            labelWithoutSelector: true,
            labelIncludeTemplates: true,
            commonAnnotations: { revision: '$ARGOCD_APP_REVISION' },
            commonAnnotationsEnvsubst: true,
            components: ['../components/none', '../components/annotated'],
            ignoreMissingComponents: true,
            patches: [
              { path: 'application-patch.yaml' },
              {
                target: { kind: 'Service' },
                patch:
                  '- op: replace\n  path: /spec/ports/0/port\n  value: 8080\n',
              },
            ],
            kubeVersion: '1.31.2',
            apiVersions: ['example.com/v1'],
          },
        }),
      },
    },
    {
      name: 'fetched',
      fixed: true,
      spec: {
        sources: [
          {
            repoURL: charts,
            chart: 'web',
            targetRevision: '1.x',
            helm: { valueFiles: ['$lent/web/a.yaml'] },
          },
          { repoURL: lent, targetRevision: 'main', ref: 'lent' },
        ],
      },
    },
    {
      name: 'pulled',
      fixed: true,
      spec: { source: source({ path: 'pulled' }) },
    },
    {
      name: 'hydrated',
      fixed: true,
      spec: {
        sourceHydrator: {
          drySource: {
            repoURL: rendering,
            targetRevision: 'main',
            path: 'kustomized',
          },
          syncSource: { targetBranch: 'environments/test', path: 'hydrated' },
        },
      },
    },
  ];
}
