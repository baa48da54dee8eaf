import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * See where an entity is delivered to: delivery targets, rollout status, pull requests and their progress.
 *
 * @public
 */
export const deliveryReadPermission = createPermission({
  name: 'progressive-delivery.delivery.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See what flipping a switch would change in the rendered manifests.
 *
 * @public
 */
export const comparisonReadPermission = createPermission({
  name: 'progressive-delivery.comparison.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See the values in a comparison and in the YAML of a Rollout that are hidden otherwise, such as environment variables,
 * arguments and what ConfigMaps hold; never what Secrets hold. It is asked for besides {@link comparisonReadPermission} or
 * {@link deliveryReadPermission}.
 *
 * @public
 */
export const comparisonValuesReadPermission = createPermission({
  name: 'progressive-delivery.comparison.values.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Open a pull request that flips a switch.
 *
 * @public
 */
export const proposalCreatePermission = createPermission({
  name: 'progressive-delivery.proposal.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Open a pull request in spite of what preflight checks have found. It is asked for besides
 * {@link proposalCreatePermission}.
 *
 * @public
 */
export const proposalOverridePermission = createPermission({
  name: 'progressive-delivery.proposal.override',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Act on a running Rollout: promote, abort, retry, restart or pause it.
 *
 * @public
 */
export const rolloutUpdatePermission = createPermission({
  name: 'progressive-delivery.rollout.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See what the installation lacks: configuration, tools, and what Backstage's accounts may do in clusters and at Git hosts.
 * It is about no entity, and for administrators.
 *
 * @public
 */
export const doctorReadPermission = createPermission({
  name: 'progressive-delivery.doctor.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin. All but {@link doctorReadPermission} are resource permissions of type `catalog-entity`.
 *
 * @public
 */
export const progressiveDeliveryPermissions = [
  deliveryReadPermission,
  comparisonReadPermission,
  comparisonValuesReadPermission,
  proposalCreatePermission,
  proposalOverridePermission,
  rolloutUpdatePermission,
  doctorReadPermission,
];
