import { ChartValues, describeSwitches } from './describeSwitches';

const DEFAULTS = [
  'progressiveDelivery:',
  '  enabled: false',
  'controllers:',
  '  progressiveDelivery:',
  '    enabled: null',
  'worker:',
  '  progressiveDelivery: {}',
  '',
].join('\n');

const chart = (layers: ChartValues['layers'], ownValues = false) => ({
  defaults: { path: 'chart/values.yaml', text: DEFAULTS },
  layers,
  ownValues,
});

const overlay = (text: string): ChartValues['layers'][number] => ({
  kind: 'file',
  path: 'overlay/values.yaml',
  text,
});

const told = (values: ChartValues) =>
  Object.fromEntries(
    describeSwitches(values).map(({ path, edited, ...state }) => [
      path.join('.'),
      state,
    ]),
  );

describe('describeSwitches', () => {
  it('finds what the chart has, with its defaults and what is inherited', () => {
    expect(told(chart([overlay('a: 1\n')]))).toEqual({
      'progressiveDelivery.enabled': {
        enabled: false,
        origin: { from: 'chart', file: 'chart/values.yaml' },
        file: { path: 'overlay/values.yaml' },
      },
      'controllers.progressiveDelivery.enabled': {
        enabled: false,
        origin: { from: 'inherited', path: 'progressiveDelivery.enabled' },
        file: { path: 'overlay/values.yaml' },
      },
    });
  });

  it('finds switches that only the schema knows', () => {
    const schema = JSON.stringify({
      properties: {
        worker: { $ref: '#/$defs/component' },
        self: { $ref: '#' },
      },
      $defs: {
        component: {
          properties: {
            progressiveDelivery: {
              properties: { enabled: { type: ['boolean', 'null'] } },
            },
          },
        },
      },
    });
    expect(Object.keys(told({ ...chart([overlay('')]), schema }))).toContain(
      'worker.progressiveDelivery.enabled',
    );
  });

  it('finds those of charts within it, which inherit nothing from outside', () => {
    const within = {
      ...chart([
        overlay('worker:\n  progressiveDelivery:\n    enabled: true\n'),
      ]),
      subcharts: [
        {
          under: ['worker'],
          defaults: {
            path: 'chart/charts/worker/values.yaml',
            text: 'progressiveDelivery: { enabled: false }\nqueue: { progressiveDelivery: { enabled: null } }',
          },
        },
        {
          under: ['worker', 'cache'],
          defaults: {
            path: 'chart/charts/worker/charts/cache/values.yaml',
            text: 'progressiveDelivery: { enabled: null }',
          },
        },
      ],
    };
    const states = told(within);
    expect(Object.keys(states)).toEqual([
      'progressiveDelivery.enabled',
      'controllers.progressiveDelivery.enabled',
      'worker.progressiveDelivery.enabled',
      'worker.cache.progressiveDelivery.enabled',
      'worker.queue.progressiveDelivery.enabled',
    ]);
    expect(states['worker.progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      origin: { from: 'overlay', file: 'overlay/values.yaml', line: 3 },
    });
    expect(states['worker.queue.progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      origin: { from: 'inherited', path: 'worker.progressiveDelivery.enabled' },
    });
    expect(states['worker.cache.progressiveDelivery.enabled']).toMatchObject({
      enabled: false,
      origin: {
        from: 'chart',
        file: 'chart/charts/worker/charts/cache/values.yaml',
      },
    });
  });

  it('names the line of the overlay, and what follows from it', () => {
    const states = told(
      chart([overlay('# ours\nprogressiveDelivery:\n  enabled: yes\n')]),
    );
    expect(states['progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      origin: { from: 'overlay', file: 'overlay/values.yaml', line: 3 },
    });
    expect(states['controllers.progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      origin: { from: 'inherited' },
    });
  });

  it('takes the later file that sets it, and edits that', () => {
    const states = told(
      chart([
        {
          kind: 'file',
          path: 'base.yaml',
          text: 'progressiveDelivery: {enabled: true}',
        },
        overlay('a: 1'),
      ]),
    );
    expect(states['progressiveDelivery.enabled']).toEqual({
      enabled: true,
      origin: { from: 'overlay', file: 'base.yaml', line: 1 },
      file: { path: 'base.yaml' },
    });
  });

  it('says which field shadows the file', () => {
    const states = told(
      chart([
        overlay('progressiveDelivery: {enabled: false}'),
        {
          kind: 'inline',
          field: 'helm.valuesObject',
          owner: 'Application agents',
          values: { progressiveDelivery: { enabled: true } },
        },
      ]),
    );
    expect(states['progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      origin: { from: 'shadowed', by: 'Application agents: helm.valuesObject' },
      shadowedBy: { field: 'helm.valuesObject', owner: 'Application agents' },
    });
    expect(
      states['controllers.progressiveDelivery.enabled'].shadowedBy,
    ).toBeUndefined();
  });

  it('takes null of a layer for "not set", also above the switch', () => {
    const states = told(
      chart([
        overlay('progressiveDelivery: {enabled: true}\ncontrollers: null'),
      ]),
    );
    expect(states['controllers.progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      origin: { from: 'inherited', path: 'progressiveDelivery.enabled' },
    });
  });

  it('says what the value is where it is a text, which a template takes for true', () => {
    const states = told(
      chart([
        overlay(
          'progressiveDelivery: {enabled: "false"}\ncontrollers: {progressiveDelivery: {enabled: no}}',
        ),
      ]),
    );
    expect(states['progressiveDelivery.enabled']).toMatchObject({
      enabled: true,
      text: 'false',
    });
    expect(states['controllers.progressiveDelivery.enabled']).toMatchObject({
      enabled: false,
      text: undefined,
    });
  });

  it('reads several documents in one file as the version of helm does', () => {
    const layers = [
      overlay(
        'progressiveDelivery: {enabled: true}\n---\nprogressiveDelivery: {provider: x}\n---\nprogressiveDelivery: {enabled: off}\n',
      ),
    ];
    const enabled = (helm?: string) =>
      told({ ...chart(layers), helm })['progressiveDelivery.enabled'].enabled;
    expect(enabled('v3.22.0')).toBe(true);
    expect(enabled('4.2.4')).toBe(true);
    expect(enabled('v4.3.1+g0000000')).toBe(false);
    expect(enabled).toThrow(/several YAML documents/);
  });

  it("edits the chart's own values where a source names no file", () => {
    expect(told(chart([], true))['progressiveDelivery.enabled']).toEqual({
      enabled: false,
      origin: { from: 'overlay', file: 'chart/values.yaml', line: 2 },
      file: { path: 'chart/values.yaml' },
    });
    expect(told(chart([]))['progressiveDelivery.enabled'].file).toBeUndefined();
  });
});
