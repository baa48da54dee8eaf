import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { namespaceOf } from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

/** A Service that requests are sent to: its name, or for Istio its host. */
interface Destination {
  host: unknown;
  namespace?: unknown;
  weight?: unknown;
}

/** No rendered route sends requests to a Service that is rendered no longer. */
export const routesFollow = preflightCheck({
  id: 'routes-follow',
  severity: 'block',
  pieces: [],
  run: ({ after, before, target }) => {
    const key = (name: unknown, namespace: unknown) =>
      JSON.stringify([name, namespace]);
    const servicesOf = (manifests: Manifest[]) =>
      new Set(
        manifests
          .filter(each => each.kind === 'Service' && groupOf(each) === '')
          .map(each => key(each.metadata.name, namespaceOf(each, target))),
      );
    const kept = servicesOf(after);
    const gone = new Set(
      Array.from(servicesOf(before)).filter(each => !kept.has(each)),
    );
    return after.flatMap(manifest => {
      const own = namespaceOf(manifest, target);
      const missing = new Set(
        destinationsOf(manifest).flatMap(({ host, namespace, weight }) => {
          const [name, of = namespace ?? own] = String(host).split('.');
          return weight !== 0 && gone.has(key(name, of)) ? [name] : [];
        }),
      );
      return Array.from(missing, service => ({
        object: renderedObject(manifest, target),
        message: 'routeToNothing' as const,
        parameters: {
          kind: manifest.kind,
          name: manifest.metadata.name ?? '',
          service,
        },
      }));
    });
  },
});

/** Istio, Gateway API, Traefik and Ingress, whichever controller serves it (NGINX, ALB). */
function destinationsOf(manifest: Manifest): Destination[] {
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

function serviceReference(reference: unknown): Destination {
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
