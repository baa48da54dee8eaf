import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examples } from './examples';
import { helmTemplate } from './rendering/helmTemplate';
import { render } from './rendering/render';
import { badSteps } from './schema/badSteps';
import { badRouters, badValues } from './schema/badValues';
import { goodValues } from './schema/goodValues';
import { misspelt } from './schema/misspelt';
import { openObjects } from './schema/openObjects';

const helms = ['helm', 'helm3'] as const;

/** Values that hold `value` at a path such as `controllers.image` or `steps.0.pause`. */
function valuesAt(path: string, value: unknown): object {
  return path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}

/** As Helm writes a path: a JSON pointer, and the quote behind it. */
const pointer = (path: string) =>
  `${path.startsWith('/') ? path : `/${path.replace(/\./g, '/')}`}'`;

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

describe("the values' schema refuses, naming the path", () => {
  it.each([...badValues, ...badRouters])(
    '%s: %j',
    (path, value, blamed = path) =>
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

  it('a provider, naming those that it supports', () =>
    expectRefused(valuesAt('progressiveDelivery.provider', 'flagger'), [
      pointer('progressiveDelivery.provider'),
      "'argo-rollouts'",
    ]));
});

describe("the values' schema", () => {
  it.each(goodValues)('takes %s', async (_, values) => {
    for (const helm of helms) {
      expect(await render({ helm, values })).toContain('kind: Deployment');
    }
  });

  it('knows every key, except where anything goes', async () => {
    const schema = JSON.parse(
      await readFile(join(examples.chart, 'values.schema.json'), 'utf8'),
    );
    const volume = '/definitions/volumes/items/properties';
    const claim = `${volume}/ephemeral/properties/volumeClaimTemplate/properties/spec/properties`;
    const router = '/definitions/trafficRouting/properties';
    const step = '/definitions/canaryStep/properties';
    const allowed = [
      '/properties/global',
      `${router}/nginx/properties/additionalIngressAnnotations`,
      `${router}/nginx/properties/canaryIngressAnnotations`,
      expect.stringContaining(`${router}/plugins/patternProperties/`),
      `${step}/plugin/properties/config`,
      `${step}/setMirrorRoute/properties/match/items/properties/headers`,
      `${claim}/dataSource`,
      `${claim}/dataSourceRef`,
      `${volume}/csi/properties/volumeAttributes`,
      expect.stringContaining(`${volume}/projected/`),
      // Volumes of old, which the API server alone checks.
      ...[
        ...['azureFile', 'cephfs', 'fc', 'flexVolume', 'glusterfs', 'iscsi'],
        ...['portworxVolume', 'rbd', 'vsphereVolume'],
      ].map(source => `${volume}/${source}`),
    ];
    const open = openObjects(schema);
    expect(open).toHaveLength(allowed.length);
    expect(open).toEqual(expect.arrayContaining(allowed));
    expect(
      openObjects({ properties: { a: { type: ['object', 'null'] } } }),
    ).toEqual(['/properties/a']);
  });
});
