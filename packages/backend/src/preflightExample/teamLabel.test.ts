import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import progressiveDeliveryPlugin from '@progressive-delivery/backstage-plugin-progressive-delivery-backend';
import { RenderedObject } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import teamLabelModule, { teamLabelCheck } from './teamLabel';

const rollout = (labels: Record<string, string>): RenderedObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  namespace: 'shop',
  name: 'web',
  labels,
  annotations: {},
  manifest: {},
});

const run = (labels: Record<string, string>) =>
  teamLabelCheck.run({
    target: { id: 'main.argocd.shop', title: 'shop' },
    switch: 'progressiveDelivery.enabled',
    enabled: true,
    before: [],
    after: [],
    workloads: [{ before: rollout(labels), after: rollout(labels) }],
  });

// Where configuration names a check that there is not, the backend does not start.
const start = async (...modules: (typeof teamLabelModule)[]) => {
  const backend = await startTestBackend({
    features: [
      progressiveDeliveryPlugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          progressiveDelivery: {
            preflight: { checks: { 'team-label': { severity: 'block' } } },
          },
        },
      }),
      ...modules,
    ],
  });
  await backend.stop();
};

describe('the check of the label team', () => {
  it('finds workloads without it', () => {
    expect(run({ app: 'web' })).toMatchObject([
      { seen: 'Rollout web has no label team' },
    ]);
  });

  it('finds nothing where it is there', () => {
    expect(run({ team: 'shop' })).toEqual([]);
  });

  it('is one of those that there are, once its module is added', async () => {
    await expect(start()).rejects.toThrow(
      'progressiveDelivery.preflight.checks names no check: team-label',
    );
    await expect(start(teamLabelModule)).resolves.toBeUndefined();
  });
});
