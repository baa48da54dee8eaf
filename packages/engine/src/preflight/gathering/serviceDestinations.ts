import { fieldOf, partsOf } from '../../variants/manifests/fields';
import { groupOf, Manifest } from '../../variants/manifests/manifests';

/** A Service that requests are sent to: its name, or for Istio its host. */
export interface ServiceDestination {
  host: unknown;
  namespace?: unknown;
  weight?: unknown;
}

/**
 * Where a route sends requests to: those of Istio, of the Gateway API, of Traefik, and an Ingress, whichever controller
 * serves it (NGINX, ALB).
 */
export function serviceDestinations(manifest: Manifest): ServiceDestination[] {
  const { kind, spec } = manifest;
  switch (groupOf(manifest)) {
    case 'networking.istio.io':
      return kind === 'VirtualService'
        ? ['http', 'tcp', 'tls'].flatMap(protocol =>
            parts(spec, protocol, 'route').map(route => ({
              host: fieldOf(fieldOf(route, 'destination'), 'host'),
              weight: fieldOf(route, 'weight'),
            })),
          )
        : [];
    case 'gateway.networking.k8s.io':
      return parts(spec, 'rules', 'backendRefs')
        .filter(each => (fieldOf(each, 'kind') ?? 'Service') === 'Service')
        .map(serviceReference);
    case 'traefik.io':
    case 'traefik.containo.us':
      return [
        ...parts(spec, 'routes', 'services'),
        ...parts(fieldOf(spec, 'weighted'), 'services'),
      ]
        .filter(each => (fieldOf(each, 'kind') ?? 'Service') === 'Service')
        .map(serviceReference);
    case 'networking.k8s.io':
      return kind === 'Ingress'
        ? [
            fieldOf(spec, 'defaultBackend'),
            ...parts(spec, 'rules').flatMap(rule =>
              parts(fieldOf(rule, 'http'), 'paths').map(path =>
                fieldOf(path, 'backend'),
              ),
            ),
          ].map(backend => ({
            host: fieldOf(fieldOf(backend, 'service'), 'name'),
          }))
        : [];
    default:
      return [];
  }
}

function serviceReference(reference: unknown): ServiceDestination {
  return {
    host: fieldOf(reference, 'name'),
    namespace: fieldOf(reference, 'namespace'),
    weight: fieldOf(reference, 'weight'),
  };
}

/** All items of lists within lists. */
function parts(value: unknown, ...[name, ...names]: string[]): unknown[] {
  const items = partsOf(fieldOf(value, name)).map(([, item]) => item);
  return names.length === 0
    ? items
    : items.flatMap(item => parts(item, ...names));
}
