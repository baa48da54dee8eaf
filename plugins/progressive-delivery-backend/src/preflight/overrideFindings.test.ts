import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { overrideFindings } from './overrideFindings';

describe('overrideFindings', () => {
  it('names the first findings that keep a proposal from being made, and counts the others', () => {
    const preflight: Preflight = {
      findings: ['a', 'b', 'c', 'd', 'e'].map(name => ({
        id: 'prune-last-live',
        object: { kind: 'Deployment', name },
        severity: 'block',
        parameters: {},
        seen: `Deployment ${name} does not have it`,
        why: 'It would be pruned first.',
        remedy: 'Add it.',
      })),
      unchecked: [],
      summary: { looked: 1, found: 1, couldNotLook: 0 },
      acknowledgeWarnings: false,
    };
    expect(() => overrideFindings(preflight, undefined)).toThrow(
      'What was found keeps this from being proposed: Deployment a does not have it (prune-last-live); Deployment b does not have it (prune-last-live); Deployment c does not have it (prune-last-live); and 2 more. Fix it, or override it with a reason.',
    );
  });
});
