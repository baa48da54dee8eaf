import { FleetWorkload } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fleetEntry } from './fleetEntry';
import { FleetComponent } from './fleetRow';

type Target = NonNullable<FleetComponent['targets']>[number];

const workload = (name: string): FleetWorkload => ({
  target: 'shop',
  cluster: 'main',
  kind: 'Deployment',
  namespace: 'Shop',
  name,
  attention: 'settled',
  phase: 'Healthy',
  aborted: false,
});

const target = (workloads: FleetWorkload[], more = {}): Target => ({
  title: 'shop',
  cluster: 'main',
  live: { state: 'known', workloads, problems: [] },
  switches: { state: 'done', switches: [] },
  proposals: { state: 'done', open: [] },
  ...more,
});

const component = (more: Partial<FleetComponent> = {}): FleetComponent => ({
  entityRef: 'component:default/web',
  owners: ['group:default/shop'],
  targets: [],
  unusable: [],
  ...more,
});

describe('fleetEntry', () => {
  it('is found by all its workloads, not only by those that its row has', () => {
    const names = Array.from({ length: 11 }, (_, index) => `web-${index + 10}`);
    const { row, text } = fleetEntry(
      component({ title: 'Web Shop', targets: [target(names.map(workload))] }),
    );
    expect(row.workloads.map(({ name }) => name)).toEqual(names.slice(0, 10));
    expect(text.split('\n')).toEqual([
      'component:default/web',
      'web shop',
      'group:default/shop',
      'shop',
      'main',
      ...names,
    ]);
  });

  it('is found by targets and clusters where nothing runs', () => {
    expect(
      fleetEntry(
        component({
          targets: [
            target([], { title: 'shop-staging', cluster: 'europe' }),
            target([], { title: 'somewhere', cluster: undefined }),
          ],
        }),
      ).text,
    ).toBe(
      'component:default/web\ngroup:default/shop\nshop-staging\neurope\nsomewhere',
    );
  });

  it('keeps what is shown of a component with very many workloads', () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `web-${index}`);
    const failing: FleetWorkload = {
      ...workload('z-failing'),
      attention: 'failing',
    };
    const { text } = fleetEntry(
      component({ targets: [target([...names.map(workload), failing])] }),
    );
    expect(text).toHaveLength(7_995);
    expect(text).toContain('\nz-failing\n');
  });
});
