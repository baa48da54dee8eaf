import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { deliveryTarget } from '../../__testUtils__/deliveryTarget';
import { FakeProgressiveDeliveryApi } from '../../__testUtils__/FakeProgressiveDeliveryApi';
import { pausedRollout } from '../../__testUtils__/rolloutStatus';
import { EntityRollouts } from '../EntityRollouts';
import { Tabs } from '../Tabs';

export const entity = {
  kind: 'Component',
  namespace: 'default',
  name: 'agents',
};

/** Pages that show what runs of two targets, with a clock that a test moves on. */
export class RolloutPages {
  readonly api = new FakeProgressiveDeliveryApi();
  user = 'user:default/ann';

  private readonly closing: Array<() => void> = [];

  constructor() {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(1);
    this.api.targets = {
      targets: ['eu', 'us'].map(id => ({ ...deliveryTarget, id })),
      unusable: [],
    };
    this.api.rollouts.rollouts = [pausedRollout];
  }

  async end(): Promise<void> {
    this.closing.forEach(close => close());
    await this.pass(10_000);
    jest.restoreAllMocks();
    jest.useRealTimers();
  }

  async pass(milliseconds = 0): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
  }

  create(tabs?: Tabs): EntityRollouts {
    return EntityRollouts.create({
      api: this.api,
      identityApi: {
        getBackstageIdentity: async () => ({
          type: 'user',
          userEntityRef: this.user,
          ownershipEntityRefs: [],
        }),
      },
      tabs,
      entity,
    });
  }

  show(rollouts: EntityRollouts, target = 'eu') {
    const listener = jest.fn();
    const hide = rollouts.subscribe(target, listener);
    this.closing.push(hide);
    return { listener, hide };
  }

  openConnections(): number {
    return this.api.connections.filter(({ open }) => open).length;
  }

  sendTo(connection: number, status: RolloutStatus, target = 'eu') {
    return this.api.connections[connection].send({
      type: 'workload',
      target,
      status,
    });
  }
}

/** The workloads that a page shows, or the state that it is in. */
export const namesOf = (rollouts: EntityRollouts, target = 'eu') => {
  const snapshot = rollouts.snapshot(target);
  return snapshot.state === 'loaded'
    ? snapshot.value.rollouts.map(({ name, phase }) => `${name} ${phase}`)
    : snapshot.state;
};
