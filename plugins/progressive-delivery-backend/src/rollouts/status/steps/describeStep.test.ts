import { canaryStepSchema } from '../../objects/canaryStep';
import { describeStep } from './describeStep';

const say = (step: unknown) => describeStep(canaryStepSchema.parse(step), 100);

describe('describeStep', () => {
  it('says how long a pause is, whichever way that is written', () => {
    expect(say({ pause: {} })).toBe('Pause until promoted');
    expect(say({ pause: { duration: 30 } })).toBe('Pause for 30s');
    expect(say({ pause: { duration: '3600' } })).toBe('Pause for 1h');
    expect(say({ pause: { duration: 3661 } })).toBe('Pause for 1h1m1s');
    expect(say({ pause: { duration: 0 } })).toBe('Pause for 0s');
    expect(say({ pause: { duration: '1h30m' } })).toBe('Pause for 1h30m');
  });

  it('leaves out what a step does not say', () => {
    expect(say({ experiment: { templates: null } })).toBe('Run an experiment');
    expect(say({ analysis: {} })).toBe('Run analysis');
    expect(say({ setCanaryScale: {} })).toBe('Scale the canary');
    expect(say({ setHeaderRoute: {} })).toBe('Remove header route');
    expect(
      say({ setMirrorRoute: { name: 'shadow', match: [{ path: {} }] } }),
    ).toBe('Mirror the requests of route shadow to the canary');
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
    ).toBe(
      'Send requests with header X-Any and header X-Some matching "^a" to the canary',
    );
  });

  it('knows a step that it cannot read by its key', () => {
    expect(say({ setWeight: 'half' })).toBe('setWeight');
    expect(say({ somethingNew: {} })).toBe('somethingNew');
    expect(say({})).toBe('Empty step');
  });
});
