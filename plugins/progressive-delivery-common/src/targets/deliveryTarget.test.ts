import { DeliveryTargetSummary, targetsResponseSchema } from './deliveryTarget';
import { toMessage } from '../texts';

/** What this version sends of a target. */
const target: DeliveryTargetSummary = {
  id: 'main.argocd.agents',
  title: 'agents',
  sources: [{ repository: 'r', revision: 'main', path: 'agents' }],
  destination: { cluster: 'production', namespace: 'agents' },
  switches: [
    {
      id: 'progressiveDelivery.enabled',
      enabled: false,
      origin: { from: 'overlay', file: 'values.yaml', line: 3 },
      owned: true,
      trial: {
        state: 'same',
        message: toMessage('switchTrial', { id: 'noEffect', parameters: {} }),
      },
    },
  ],
  workloads: [
    {
      namespace: 'agents',
      name: 'agents',
      kindInGit: 'Deployment',
      kindsLive: ['Deployment'],
    },
  ],
  rendering: { state: 'done' },
  live: { state: 'done' },
  problems: [],
};

const [delivered] = target.switches;
const [workload] = target.workloads;
const unknown = (text: string) => ({ id: 'unknown', parameters: {}, text });
const parse = (targets: unknown[], unusable: unknown[] = []) =>
  targetsResponseSchema.parse({ targets, unusable });

describe('targets of this version', () => {
  it('are read as they were sent', () => {
    expect(parse([target])).toEqual({ targets: [target], unusable: [] });
  });
});

describe('targets of the next minor version', () => {
  it('are shown as far as they are known, and the rest as unknown', () => {
    const message = { id: 'eclipse', parameters: {}, text: 'It gets dark.' };
    const later = {
      ...target,
      moon: 'full',
      switches: [
        {
          ...delivered,
          origin: { from: 'moon', phase: 'full' },
          trial: { state: 'waning', message },
        },
      ],
      workloads: [
        { ...workload, kindInGit: 'StatefulSet', kindsLive: ['DaemonSet'] },
      ],
      rendering: { state: 'dreamt' },
      live: { state: 'dreamt' },
      problems: [message],
    };
    expect(parse([later]).targets).toEqual([
      {
        ...target,
        switches: [
          {
            ...delivered,
            origin: { from: 'unknown' },
            trial: { state: 'unknown', message: unknown(message.text) },
          },
        ],
        workloads: [
          { ...workload, kindInGit: 'StatefulSet', kindsLive: ['DaemonSet'] },
        ],
        rendering: { state: 'unknown' },
        live: { state: 'unknown' },
        problems: [unknown(message.text)],
      },
    ]);
  });
});

describe('targets of the previous minor version', () => {
  it('say nothing of what had no word yet, and are done', () => {
    const { live, rendering, ...earlier } = target;
    expect(parse([earlier]).targets).toEqual([target]);
  });
});
