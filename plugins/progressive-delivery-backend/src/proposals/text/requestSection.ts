import { parseEntityRef } from '@backstage/catalog-model';
import { codeSpan } from '@progressive-delivery/engine';

/**
 * Who asks for a pull request, and where to follow it.
 *
 * @param options.page - below the entity's tab; absent for the tab itself
 * @param options.appUrl - where people have Backstage; without it, nothing links there
 */
export function requestSection({
  appUrl,
  entityRef,
  page = [],
  requestedBy,
}: {
  /** Entity references. */
  entityRef: string;
  requestedBy: string;
  page?: readonly string[];
  appUrl: string | undefined;
}): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  const path = [
    'catalog',
    namespace,
    kind,
    name,
    'progressive-delivery',
    ...page,
  ]
    .map(encodeURIComponent)
    .join('/');
  const link = appUrl
    ? `: [follow it in Backstage](${appUrl.replace(/\/+$/, '')}/${path})`
    : '';
  return `Requested by ${codeSpan(requestedBy)} for ${codeSpan(
    entityRef,
  )}${link}.`;
}
