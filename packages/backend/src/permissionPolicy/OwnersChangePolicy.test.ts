import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogEntityDeletePermission } from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  comparisonReadPermission,
  comparisonValuesReadPermission,
  deliveryReadPermission,
  doctorReadPermission,
  proposalCreatePermission,
  proposalOverridePermission,
  rolloutUpdatePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { OwnersChangePolicy } from './OwnersChangePolicy';

describe('OwnersChangePolicy', () => {
  const userInfo = mockServices.userInfo({
    userEntityRef: 'user:default/guest',
    ownershipEntityRefs: ['user:default/guest', 'group:default/platform'],
  });
  const policy = OwnersChangePolicy.create({ userInfo });
  const credentials = mockCredentials.user('user:default/guest');
  const user: PolicyQueryUser = {
    credentials,
    info: { userEntityRef: 'user:default/guest', ownershipEntityRefs: [] },
  };
  const decide = (
    permission: PolicyQuery['permission'],
    by?: PolicyQueryUser,
  ) => policy.handle({ permission }, by);

  it('lets everybody signed in read', async () => {
    for (const permission of [
      deliveryReadPermission,
      comparisonReadPermission,
      kubernetesResourcesReadPermission,
    ]) {
      await expect(decide(permission, user)).resolves.toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
  });

  it('lets nobody in who is not signed in', async () => {
    await expect(decide(deliveryReadPermission)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it.each([
    ['propose', proposalCreatePermission],
    ['override what keeps a proposal', proposalOverridePermission],
    ['see the values in a preview', comparisonValuesReadPermission],
    ['act on its Rollouts', rolloutUpdatePermission],
  ])('lets only the owners of an entity %s', async (_, permission) => {
    await expect(decide(permission, user)).resolves.toEqual(
      expect.objectContaining({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        conditions: expect.objectContaining({
          rule: 'IS_ENTITY_OWNER',
          params: {
            claims: ['user:default/guest', 'group:default/platform'],
          },
        }),
      }),
    );
  });

  it.each([
    ['one who is', 'group:default/platform', AuthorizeResult.CONDITIONAL],
    ['one who is not', 'group:default/on-call', AuthorizeResult.DENY],
  ])(
    'lets of the owners those override who are named: %s',
    async (_, named, result) => {
      const strict = OwnersChangePolicy.create({
        userInfo,
        overriders: [named],
      });
      expect(
        await strict.handle({ permission: proposalOverridePermission }, user),
      ).toMatchObject({ result });
      expect(
        await strict.handle({ permission: proposalCreatePermission }, user),
      ).toMatchObject({ result: AuthorizeResult.CONDITIONAL });
    },
  );

  it('keeps the raw Kubernetes proxy, what the installation lacks and changes of the catalog closed', async () => {
    for (const permission of [
      kubernetesProxyPermission,
      catalogEntityDeletePermission,
      doctorReadPermission,
    ]) {
      await expect(decide(permission, user)).resolves.toEqual({
        result: AuthorizeResult.DENY,
      });
    }
  });
});
