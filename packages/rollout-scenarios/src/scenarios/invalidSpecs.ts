import type { Expectation } from '../play/observedRollout';
import { basic, pauseAt, STEPS } from './basicCanary';
import type { Scenario } from './Scenario';
import { services } from './services';
import { nginx, routed } from './trafficRouting';

const INVALID: Expectation = { phase: 'Degraded', message: /^InvalidSpec: / };

/** What the controller refuses. */
export const invalidSpecs: Scenario[] = [
  {
    name: 'invalid-from-the-start',
    async play(stage) {
      const strategy = basic(STEPS, { maxSurge: 0 });
      await stage.create({ tag: '1', strategy });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-at-a-step',
    async play(stage) {
      await pauseAt(stage, 1);
      const steps = [...STEPS, { setWeight: 101 }];
      await stage.change({ strategy: basic(steps) });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-and-mended',
    async play(stage) {
      await stage.create({ tag: '1', strategy: basic(STEPS, { maxSurge: 0 }) });
      await stage.settles(INVALID);
      await stage.change({ strategy: basic(STEPS) });
      await stage.settles({ phase: 'Healthy', available: 3 });
    },
  },
  {
    name: 'invalid-without-strategy',
    async play(stage) {
      await stage.create({ tag: '1', strategy: {} });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-with-two-strategies',
    async play(stage) {
      await stage.apply(...services('web'));
      await stage.create({
        tag: '1',
        strategy: { ...basic(STEPS), blueGreen: { activeService: 'web' } },
      });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-step-of-two-kinds',
    async play(stage) {
      const steps = [{ setWeight: 34, pause: {} }];
      await stage.create({ tag: '1', strategy: basic(steps) });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-without-service',
    async play(stage) {
      const strategy = basic(STEPS, { canaryService: 'missing' });
      await stage.create({ tag: '1', strategy });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-without-ingress',
    async play(stage) {
      await stage.apply(...services('web-stable', 'web-canary'));
      await stage.create({ tag: '1', strategy: routed(nginx, STEPS) });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-without-analysis-template',
    async play(stage) {
      const steps = [
        { analysis: { templates: [{ templateName: 'missing' }] } },
      ];
      await stage.create({ tag: '1', strategy: basic(steps) });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-blue-green',
    async play(stage) {
      await stage.apply(...services('web'));
      await stage.create({
        tag: '1',
        strategy: {
          blueGreen: { activeService: 'web', previewService: 'web' },
        },
      });
      await stage.settles(INVALID);
    },
  },
  {
    name: 'invalid-selector',
    async play(stage) {
      const spec = { selector: { matchLabels: { app: 'other' } } };
      await stage.create({ tag: '1', strategy: basic(STEPS), spec });
      await stage.settles(INVALID);
    },
  },
];
