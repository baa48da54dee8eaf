import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { kubernetesProxyPermission } from '@backstage/plugin-kubernetes-common';
import {
  comparisonValuesReadPermission,
  progressiveDeliveryPermissions,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const runTemplates = new Set([
  'scaffolder.task.create',
  'scaffolder.task.cancel',
  'scaffolder.action.execute',
]);

/**
 * Everybody signed in reads, an entity's owners change its delivery and see the values in previews, everybody may run a template (whose actions
 * ask again, as the person who runs it). Nothing else is allowed; the raw Kubernetes proxy would go around the
 * permissions of progressive delivery.
 */
export class OwnersChangePolicy implements PermissionPolicy {
  static create(options: { userInfo: UserInfoService }): OwnersChangePolicy {
    return new OwnersChangePolicy(options.userInfo);
  }

  private constructor(private readonly userInfo: UserInfoService) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user || isPermission(permission, kubernetesProxyPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    const readsValues = isPermission(
      permission,
      comparisonValuesReadPermission,
    );
    if (
      (permission.attributes.action === 'read' && !readsValues) ||
      runTemplates.has(permission.name)
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      progressiveDeliveryPermissions.some(own =>
        isPermission(permission, own),
      ) &&
      isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)
    ) {
      const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
        user.credentials,
      );
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims: ownershipEntityRefs }),
      );
    }
    return { result: AuthorizeResult.DENY };
  }
}
