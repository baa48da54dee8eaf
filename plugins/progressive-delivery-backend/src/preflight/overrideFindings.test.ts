import { Preflight } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { overrideFindings } from './overrideFindings';

/** The same of several Deployments. */
const blocking = (...names: string[]): Preflight => ({
  findings: names.map(name => ({
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
});

describe('overrideFindings', () => {
  it('names the first findings that keep a proposal from being made, and counts the others', () => {
    const preflight = blocking('a', 'b', 'c', 'd', 'e');
    expect(() => overrideFindings(preflight, undefined)).toThrow(
      'These findings block the pull request: Deployment a does not have it (prune-last-live); Deployment b does not have it (prune-last-live); Deployment c does not have it (prune-last-live); and 2 more. Fix them, or override them with a reason.',
    );
  });

  it('says that as a problem, by their objects and checks', () => {
    expect(() =>
      overrideFindings(blocking('a', 'b', 'c', 'd'), undefined),
    ).toThrow(
      expect.objectContaining({
        problem: {
          id: 'findingsInTheWay',
          parameters: {
            findings: [
              'Deployment a (prune-last-live)',
              'Deployment b (prune-last-live)',
              'Deployment c (prune-last-live)',
              '…',
            ],
          },
          text: 'These findings block the pull request: Deployment a (prune-last-live), Deployment b (prune-last-live), Deployment c (prune-last-live), …. Fix them, or override them with a reason.',
        },
      }),
    );
  });

  it('tells what was found besides what is overridden', () => {
    const object = { kind: 'Deployment', name: 'a' };
    expect(() =>
      overrideFindings(blocking('a', 'b'), {
        findings: [{ id: 'prune-last-live', object }],
      }),
    ).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({
          id: 'findingsNotOverridden',
          parameters: { findings: ['Deployment b (prune-last-live)'] },
        }),
      }),
    );
  });
});
