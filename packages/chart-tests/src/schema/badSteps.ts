/** A step that no canary can take, what is wrong with it, and where in the step. */
export const badSteps: [step: unknown, at?: string, mention?: string][] = [
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
  [
    {
      analysis: {
        templates: [{ templateName: 't' }],
        args: [
          {
            name: 'a',
            valueFrom: { fieldRef: { fieldPath: "metadata.name['x']" } },
          },
        ],
      },
    },
    'analysis.args.0.valueFrom.fieldRef.fieldPath',
  ],
  [
    {
      experiment: {
        templates: [
          { name: 'a', specRef: 'canary', selector: { labels: { a: 'b' } } },
        ],
      },
    },
    'experiment.templates.0.selector',
    'labels',
  ],
  [{ pause: { duration: 3_000_000_000 } }, 'pause.duration'],
];
