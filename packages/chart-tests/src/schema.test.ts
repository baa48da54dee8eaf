import { helmTemplate } from './rendering/helmTemplate';

const helms = ['helm', 'helm3'] as const;

/** Values that hold `value` at a path such as `controllers.image` or `steps.0.pause`. */
function valuesAt(path: string, value: unknown): object {
  return path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}

const pointer = (path: string) => `/${path.replace(/\./g, '/')}'`;

async function expectRefused(values: object, mentions: string[]) {
  for (const result of await Promise.all(
    helms.map(helm => helmTemplate({ helm, values })),
  )) {
    expect(result.code).not.toBe(0);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain("values don't meet the specifications");
    for (const mention of mentions) {
      expect(result.stderr).toContain(mention);
    }
  }
}

const steps = 'controllers.progressiveDelivery.canarySteps';

/** Path, value, and where the path to blame is another one: that. */
const badValues: [path: string, value: unknown, blamed?: string][] = [
  ['image.repository', ''],
  ['image.repository', 'Upper/Case'],
  ['image.tag', 1.5],
  ['image.tag', 'with space'],
  ['image.tag', '0.9.1@sha256:abc'],
  ['image.digest', 'sha256:abc'],
  ['image.digest', 'latest'],
  ['image.pullPolicy', 'always'],
  ['image', 'registry.example.com/agents:1'],
  ['controllers.image.digest', `sha512:${'a'.repeat(64)}`],
  ['imagePullSecrets', [{ name: 'registry' }], 'imagePullSecrets.0'],
  ['serviceAccount.create', 'yes please'],
  ['rbac.create', 1],
  ['config.LOG_LEVEL', 3],
  ['config', ['LOG_LEVEL=debug']],
  ['env.vars.PORT', 8080],
  ['env.vars.DEBUG', true],
  ['env.vars', { '1BAD NAME': 'x' }],
  ['controllers.env.vars.WORKERS', 8],
  ['controlPlane.env.vars', 'A=b'],
  ['envFromSecretRefs', ['Not_A_Name'], 'envFromSecretRefs.0'],
  ['envFromSecretRefs', [{ name: 'runtime' }], 'envFromSecretRefs.0'],
  ['database.secretRef', 'agents-database'],
  ['database.secretRef.key', ''],
  ['service.type', 'Ingress'],
  ['service.port', 0],
  ['service.port', 65536],
  ['grpc.port', '50051'],
  ['grpc.enabled', 'true'],
  ['progressiveDelivery', true],
  ['progressiveDelivery.enabled', 'true'],
  ['progressiveDelivery.enabled', 'enabled'],
  ['progressiveDelivery.provider', 'flagger'],
  ['progressiveDelivery.pruneLast', 'PruneLast=true'],
  ['progressiveDelivery.maxSurge', -1],
  ['progressiveDelivery.maxSurge', '25'],
  ['progressiveDelivery.maxUnavailable', '101%'],
  ['progressiveDelivery.canarySteps', []],
  ['progressiveDelivery.canarySteps', { setWeight: 25 }],
  ['controllers.progressiveDelivery', false],
  ['controllers.progressiveDelivery.enabled', 'false'],
  ['controllers.progressiveDelivery.trafficRouting', {}],
  ['controllers.progressiveDelivery.canaryService', 'Canary_Service'],
  ['controllers.replicas', -1],
  ['controllers.replicas', 2.5],
  ['controllers.replicas', '3'],
  ['controllers.progressDeadlineSeconds', 0],
  ['controllers.revisionHistoryLimit', -1],
  ['controllers.minReadySeconds', '5s'],
  ['controllers.rollingUpdate.maxUnavailable', 'half'],
  ['controllers.port', 70000],
  ['controllers.args', '--leader-elect'],
  ['controllers.labels', { 'bad key!': 'x' }],
  ['controllers.labels.team', 'no spaces here'],
  ['controllers.podAnnotations.scrape', true],
  ['controlPlane.resources.limits.memory', '512 MB'],
  ['controlPlane.resources.limits', { memry: '1Gi' }],
  ['controlPlane.livenessProbe.httpGet.port', 0],
  ['controlPlane.readinessProbe.periodSeconds', 0],
  ['controlPlane.startupProbe', { exec: {} }, 'controlPlane.startupProbe.exec'],
  ['controlPlane.podSecurityContext.runAsUser', 'root'],
  ['controlPlane.securityContext.capabilities', ['ALL']],
  ['controlPlane.securityContext.privileged', 'never'],
  [
    'controlPlane.tolerations',
    [{ effect: 'Never' }],
    'controlPlane.tolerations.0.effect',
  ],
  ['controlPlane.affinity.nodeAffinity', []],
  [
    'controlPlane.topologySpreadConstraints',
    [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
    'controlPlane.topologySpreadConstraints.0.maxSkew',
  ],
  [
    'controlPlane.volumes',
    [{ name: 'Cache', emptyDir: {} }],
    'controlPlane.volumes.0.name',
  ],
  [
    'controlPlane.volumeMounts',
    [{ name: 'cache' }],
    'controlPlane.volumeMounts.0',
  ],
  ['controlPlane.podDisruptionBudget.maxUnavailable', '150%'],
  ['controlPlane.autoscaling.minReplicas', 0],
  ['controlPlane.autoscaling.targetCPUUtilizationPercentage', '80%'],
  [
    'controlPlane.autoscaling.behavior.scaleDown.stabilizationWindowSeconds',
    9000,
  ],
];

/** A misspelt key, and where. */
const misspelt: [parent: string, key: string, value: unknown][] = [
  ['', 'progresiveDelivery', { enabled: true }],
  ['', 'replicaCount', 2],
  ['image', 'tags', 'x'],
  ['env', 'var', {}],
  ['grpc', 'enable', true],
  ['database.secretRef', 'secretName', 'x'],
  ['serviceAccount', 'annotation', {}],
  ['progressiveDelivery', 'enable', true],
  ['progressiveDelivery', 'steps', []],
  ['controllers', 'replica', 3],
  ['controllers', 'progressive', {}],
  ['controllers.progressiveDelivery', 'enable', true],
  ['controllers.autoscaling', 'minReplica', 1],
  ['controllers.podDisruptionBudget', 'minAvailble', 1],
  ['controllers.resources', 'limit', {}],
  ['controlPlane', 'image', { tag: 'x' }],
  ['controlPlane.livenessProbe', 'periodSecond', 1],
  ['controlPlane.livenessProbe.httpGet', 'pat', '/'],
  ['controlPlane.podSecurityContext', 'runAsNonroot', true],
  ['controlPlane.securityContext', 'readonlyRootFilesystem', true],
  ['controlPlane.affinity', 'podAntiAfinity', {}],
];

/** A step that no canary can take, what is wrong with it, and where in the step. */
const badSteps: [step: unknown, at?: string, mention?: string][] = [
  [{}],
  ['setWeight'],
  [{ setWeight: 25, pause: {} }],
  [{ setWeigth: 25 }, '', 'setWeigth'],
  [{ setWeight: -1 }, 'setWeight'],
  [{ setWeight: 101 }, 'setWeight'],
  [{ setWeight: 12.5 }, 'setWeight'],
  [{ setWeight: '25%' }, 'setWeight'],
  [{ pause: true }, 'pause'],
  [{ pause: { duration: '1d' } }, 'pause.duration'],
  [{ pause: { duration: -5 } }, 'pause.duration'],
  [{ pause: { duration: '5 minutes' } }, 'pause.duration'],
  [{ pause: { seconds: 5 } }, 'pause', 'seconds'],
  [{ setCanaryScale: {} }, 'setCanaryScale'],
  [{ setCanaryScale: { weight: 10, replicas: 1 } }, 'setCanaryScale'],
  [{ setCanaryScale: { replicas: -1 } }, 'setCanaryScale.replicas'],
  [
    { setCanaryScale: { matchTrafficWeight: false } },
    'setCanaryScale.matchTrafficWeight',
  ],
  [{ setHeaderRoute: { match: [] } }, 'setHeaderRoute'],
  [
    {
      setHeaderRoute: {
        name: 'r',
        match: [{ headerName: 'x', headerValue: { exact: 'a', prefix: 'b' } }],
      },
    },
    'setHeaderRoute.match.0.headerValue',
  ],
  [
    {
      setHeaderRoute: {
        name: 'r',
        match: [{ headerName: 'x', headerValue: {} }],
      },
    },
    'setHeaderRoute.match.0.headerValue',
  ],
  [
    { setMirrorRoute: { name: 'm', percentage: 101 } },
    'setMirrorRoute.percentage',
  ],
  [
    { setMirrorRoute: { name: 'm', match: [{ method: 'GET' }] } },
    'setMirrorRoute.match.0.method',
  ],
  [{ analysis: { templates: [] } }, 'analysis.templates'],
  [{ analysis: { args: [] } }, 'analysis'],
  [
    { analysis: { templates: [{ name: 'success-rate' }] } },
    'analysis.templates.0',
  ],
  [
    {
      analysis: {
        templates: [{ templateName: 't' }],
        args: [
          {
            name: 'a',
            valueFrom: { fieldRef: { fieldPath: 'metadata.generation' } },
          },
        ],
      },
    },
    'analysis.args.0.valueFrom.fieldRef.fieldPath',
  ],
  [{ experiment: { duration: '5m' } }, 'experiment'],
  [
    { experiment: { templates: [{ name: 'a', specRef: 'new' }] } },
    'experiment.templates.0.specRef',
  ],
  [
    {
      experiment: {
        duration: 300,
        templates: [{ name: 'a', specRef: 'canary' }],
      },
    },
    'experiment.duration',
  ],
  [{ plugin: { name: '' } }, 'plugin.name'],
  [{ plugin: { config: {} } }, 'plugin'],
];

describe("the values' schema refuses, naming the path", () => {
  it.each(badValues)('%s: %j', (path, value, blamed = path) =>
    expectRefused(valuesAt(path, value), [pointer(blamed)]),
  );

  it.each(misspelt)('the key "%s" > "%s"', (parent, key, value) =>
    expectRefused(valuesAt(parent ? `${parent}.${key}` : key, value), [
      // Helm calls the root the empty pointer.
      `at '${parent && pointer(parent).slice(0, -1)}'`,
      `'${key}'`,
    ]),
  );

  it.each(badSteps)('the step %j', (step, at = '', mention = '') =>
    expectRefused(valuesAt(steps, [{ setWeight: 10 }, step]), [
      pointer(at ? `${steps}.1.${at}` : `${steps}.1`),
      mention,
    ]),
  );
});
