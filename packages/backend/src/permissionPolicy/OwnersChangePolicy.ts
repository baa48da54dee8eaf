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
  doctorReadPermission,
  progressiveDeliveryPermissions,
  proposalOverridePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

const runTemplates = new Set([
  'scaffolder.task.create',
  'scaffolder.task.cancel',
  'scaffolder.action.execute',
]);

export interface OwnersChangePolicyOptions {
  userInfo: UserInfoService;
  /** Owners who may override what preflight has found: users and groups. Default: all owners. */
  overriders?: readonly string[];
}

/**
 * Everybody signed in reads, an entity's owners change its delivery and see the values in previews, everybody may run a template (whose actions
 * ask again, as the person who runs it). Nothing else is allowed; the raw Kubernetes proxy would go around the
 * permissions of progressive delivery, and what the installation lacks is for those who have a token of `backend.auth`.
 */
export class OwnersChangePolicy implements PermissionPolicy {
  static create(options: OwnersChangePolicyOptions): OwnersChangePolicy {
    return new OwnersChangePolicy(options);
  }

  private constructor(private readonly options: OwnersChangePolicyOptions) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (
      !user ||
      isPermission(permission, kubernetesProxyPermission) ||
      isPermission(permission, doctorReadPermission)
    ) {
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
      const { overriders, userInfo } = this.options;
      const { ownershipEntityRefs } = await userInfo.getUserInfo(
        user.credentials,
      );
      if (
        isPermission(permission, proposalOverridePermission) &&
        overriders &&
        !ownershipEntityRefs.some(each => overriders.includes(each))
      ) {
        return { result: AuthorizeResult.DENY };
      }
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims: ownershipEntityRefs }),
      );
    }
    return { result: AuthorizeResult.DENY };
  }
}
