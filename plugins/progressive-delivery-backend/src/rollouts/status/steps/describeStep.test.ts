import { canaryStepSchema } from '../../objects/kinds/canaryStep';
import { describeStep } from './describeStep';

const describe100 = (step: unknown) =>
  describeStep(canaryStepSchema.parse(step), 100);
const say = (step: unknown) => describe100(step).text;

describe('describeStep', () => {
  it('says how long a pause is, whichever way that is written', () => {
    expect(say({ pause: {} })).toBe('Pause until promoted');
    expect(say({ pause: { duration: 30 } })).toBe('Pause for 30s');
    expect(say({ pause: { duration: '3600' } })).toBe('Pause for 1h');
    expect(say({ pause: { duration: 3661 } })).toBe('Pause for 1h1m1s');
    expect(say({ pause: { duration: 0 } })).toBe('Pause for 0s');
    expect(say({ pause: { duration: '1h30m' } })).toBe('Pause for 1h30m');
  });

  it('is data, with the English beside it', () => {
    expect(describe100({ pause: { duration: '1h30m' } })).toEqual({
      id: 'pauseFor',
      parameters: { duration: { seconds: 5400 } },
      text: 'Pause for 1h30m',
    });
    expect(describe100({ setCanaryScale: { replicas: 1 } })).toEqual({
      id: 'scaleToReplicas',
      parameters: { count: 1 },
      text: 'Scale the canary to 1 replica',
    });
    expect(
      describeStep(canaryStepSchema.parse({ setWeight: 1 }), 3),
    ).toMatchObject({ id: 'setWeight', parameters: { weight: 33.3 } });
  });

  it('keeps a duration that the controller refuses as it is written', () => {
    expect(say({ pause: { duration: '1d' } })).toBe('Pause for 1d');
  });

  it('leaves out what a step does not say', () => {
    expect(say({ setCanaryScale: {} })).toBe('Scale the canary');
    expect(say({ setHeaderRoute: { name: 'testers' } })).toBe(
      'Remove header route testers',
    );
    expect(
      say({ setMirrorRoute: { name: 'shadow', match: [{ path: {} }] } }),
    ).toBe('Mirror requests of route shadow to the canary');
    expect(
      say({
        setHeaderRoute: {
          name: 'testers',
          match: [
            { headerName: 'X-Any' },
            { headerName: 'X-Some', headerValue: { regex: '^a' } },
          ],
        },
      }),
    ).toBe('Send requests with X-Any, X-Some: /^a/ to the canary');
  });

  it('knows a step that it cannot read by its key', () => {
    expect(say({ setWeight: 'half' })).toBe('setWeight');
    expect(say({ somethingNew: {} })).toBe('somethingNew');
    expect(say({})).toBe('Empty step');
  });
});
