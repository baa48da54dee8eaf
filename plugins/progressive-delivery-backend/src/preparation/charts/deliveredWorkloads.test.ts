import { applicationOf } from '../__testUtils__/createPreparations';
import { deliveredWorkloads } from './deliveredWorkloads';

const target = applicationOf('https://git.example.com/gitops.git', {
  path: 'apps/web',
});

describe('deliveredWorkloads', () => {
  it('are those that the switches were last known to move', () => {
    const workload = (name: string, ...switches: string[]) => ({
      namespace: 'shop',
      name,
      switches,
    });
    expect(
      deliveredWorkloads(target, ['progressiveDelivery.enabled'], {
        at: '2026-11-20T00:00:00.000Z',
        workloads: [
          workload('web', 'other.enabled', 'progressiveDelivery.enabled'),
          workload('worker', 'other.enabled'),
        ],
      })?.map(({ name }) => name),
    ).toEqual(['web']);
  });

  it('are all of the Application where it had none of the switches then', () => {
    expect(
      deliveredWorkloads(target, ['progressiveDelivery.enabled'], {
        at: '2026-11-20T00:00:00.000Z',
        workloads: [{ namespace: 'shop', name: 'web', switches: [] }],
      }),
    ).toEqual([{ namespace: 'shop', name: 'web' }]);
  });

  it('are all of the Application before that', () => {
    expect(deliveredWorkloads(target, ['any'], undefined)).toEqual([
      { namespace: 'shop', name: 'web' },
    ]);
  });

  it('are not known of an overlay that was not described since', () => {
    expect(
      deliveredWorkloads({ ...target, kind: 'overlay' }, ['any'], undefined),
    ).toBeUndefined();
  });
});
