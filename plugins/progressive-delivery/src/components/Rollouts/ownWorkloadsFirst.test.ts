import { Workload } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ownWorkloadsFirst } from './ownWorkloadsFirst';

const workload = (name: string, switchId?: string): Workload => ({
  namespace: 'agents',
  name,
  kindsLive: [],
  switch: switchId,
});

const deliverySwitch = (id: string, owned: boolean) => ({
  id,
  owned,
  enabled: false,
  origin: { from: 'chart' as const, file: 'values.yaml' },
});

describe('ownWorkloadsFirst', () => {
  it("puts what the component's own switches move before what others' do", () => {
    expect(
      ownWorkloadsFirst({
        switches: [deliverySwitch('a', false), deliverySwitch('b', true)],
        workloads: [
          workload('agents', 'a'),
          workload('migrations'),
          workload('controllers', 'b'),
          workload('scheduler', 'b'),
        ],
      }).map(({ name }) => name),
    ).toEqual(['controllers', 'scheduler', 'agents', 'migrations']);
  });
});
