import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { namespaceOf } from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { serviceDestinations } from '../../gathering/serviceDestinations';

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
        serviceDestinations(manifest).flatMap(({ host, namespace, weight }) => {
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
