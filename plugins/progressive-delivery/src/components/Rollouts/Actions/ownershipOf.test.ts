import {
  CONTROL_PLANE_SWITCH,
  deliveryTarget,
} from '../../../__testUtils__/deliveryTarget';
import { ownershipOf } from './ownershipOf';

const of = (name: string, target = deliveryTarget) =>
  ownershipOf({ namespace: 'agents', name }, target);

describe('ownershipOf', () => {
  it('goes by who owns the switch that moves it', () => {
    expect(of('agents-controllers')).toEqual({ state: 'owned' });
    expect(of('agents')).toEqual({
      state: 'other',
      switch: CONTROL_PLANE_SWITCH,
    });
  });

  it('gives what no switch moves to who owns all of them', () => {
    expect(of('else')).toEqual({ state: 'shared' });
    const switches = deliveryTarget.switches.map(each => ({
      ...each,
      owned: true,
    }));
    expect(of('else', { ...deliveryTarget, switches })).toEqual({
      state: 'owned',
    });
  });

  it('is not proven without an Application', () => {
    expect(
      of('agents-controllers', { ...deliveryTarget, application: undefined }),
    ).toEqual({ state: 'unproven' });
  });

  it('is not known while Git is still being rendered', () => {
    const pending = {
      ...deliveryTarget,
      workloads: [],
      rendering: { state: 'pending' as const },
    };
    expect(of('agents-controllers', pending)).toEqual({ state: 'pending' });
    const switches = deliveryTarget.switches.map(each => ({
      ...each,
      owned: true,
    }));
    expect(of('agents-controllers', { ...pending, switches })).toEqual({
      state: 'owned',
    });
  });

  it('leaves it to the backend where Git could not be read', () => {
    expect(
      of('agents', { ...deliveryTarget, switches: [], workloads: [] }),
    ).toEqual({ state: 'owned' });
  });
});
