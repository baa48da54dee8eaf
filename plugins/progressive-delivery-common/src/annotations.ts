/**
 * Names the Argo CD Applications that deliver an entity, comma-separated, each optionally as `namespace/name`.
 * The annotation of the community Argo CD plugin.
 *
 * @public
 */
export const ANNOTATION_ARGOCD_APP_NAME = 'argocd/app-name';

/**
 * A label selector for the Argo CD Applications that deliver an entity, such as `team=agents`.
 * The annotation of the community Argo CD plugin.
 *
 * @public
 */
export const ANNOTATION_ARGOCD_APP_SELECTOR = 'argocd/app-selector';

/**
 * The namespace in which the Applications are looked up; default: the Argo CD installation's own.
 * The annotation of the community Argo CD plugin.
 *
 * @public
 */
export const ANNOTATION_ARGOCD_APP_NAMESPACE = 'argocd/app-namespace';

/**
 * The name of the Argo CD installation; default: all that are configured.
 * The annotation of the community Argo CD plugin.
 *
 * @public
 */
export const ANNOTATION_ARGOCD_INSTANCE_NAME = 'argocd/instance-name';

/**
 * `url:` or `dir:` references to overlay directories, comma-separated, for entities whose Argo CD cannot be read.
 *
 * @public
 */
export const ANNOTATION_OVERLAY = 'progressive-delivery/overlay';

/**
 * The switches that belong to an entity: full values paths, comma-separated; default: all that the chart has.
 *
 * @public
 */
export const ANNOTATION_SWITCH = 'progressive-delivery/switch';

/**
 * On an Argo CD Application: the entities that it delivers, comma-separated entity references, each optionally
 * with the switch that is its own, `component:default/agents-controllers#controllers.progressiveDelivery.enabled`.
 *
 * @public
 */
export const APPLICATION_ANNOTATION_ENTITIES = 'progressive-delivery/entities';

/**
 * The annotations that make an entity one that progressive delivery has something to say about.
 *
 * @public
 */
export const DELIVERY_ANNOTATIONS: readonly string[] = [
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_OVERLAY,
];

/**
 * Whether an entity says where it is delivered to.
 *
 * @public
 */
export function isProgressiveDeliveryAvailable(entity: {
  metadata: { annotations?: Record<string, string> };
}): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return DELIVERY_ANNOTATIONS.some(name => Boolean(annotations[name]?.trim()));
}
