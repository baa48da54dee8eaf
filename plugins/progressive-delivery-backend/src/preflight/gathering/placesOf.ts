import { UncheckedContent } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  Known,
  known,
  unknown,
} from '@progressive-delivery/engine';

/** Namespaces of one target that are read: an Application may name any number of them. */
const MOST_NAMESPACES = 10;

/** Where a target is delivered to. */
export interface Places {
  cluster: string;
  namespaces: string[];
  /** Why there may be more than these. */
  gaps: UncheckedContent[];
}

/**
 * The namespaces that a target delivers to, the destination's own first. Those that an overlay merely names are not
 * among them: whoever may write it could have any namespace read.
 */
export function placesOf(target: DeliveryTarget): Known<Places> {
  const { cluster, namespace, server } = target.destination;
  if (!cluster) {
    return unknown({
      message: 'clusterUnknown',
      parameters: { destination: server ?? '""' },
    });
  }
  const resources =
    target.kind === 'application'
      ? target.application.status?.resources ?? []
      : [];
  const all = new Set(
    [namespace, ...resources.map(each => each.namespace)].flatMap(
      each => each || [],
    ),
  );
  if (all.size === 0) {
    return unknown({ message: 'namespaceUnknown', parameters: {} });
  }
  const namespaces = Array.from(all).slice(0, MOST_NAMESPACES);
  return known({
    cluster,
    namespaces,
    gaps:
      namespaces.length < all.size
        ? [
            {
              message: 'tooManyNamespaces',
              parameters: { named: all.size, read: namespaces.length },
            },
          ]
        : [],
  });
}
