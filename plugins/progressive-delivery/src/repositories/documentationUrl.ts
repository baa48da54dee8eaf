/** Where the documentation of this plugin is read, as `repository` of its package.json says. */
const DOCUMENTATION =
  'https://github.com/progressive-delivery/progressive-delivery/blob/main/';

/**
 * The address of a paragraph of the documentation.
 *
 * @param docs - from the repository's root, such as `docs/preflight.md#rollouts-crd`, or an address of the web
 */
export function documentationUrl(docs: string): string {
  return /^https?:\/\//i.test(docs) ? docs : `${DOCUMENTATION}${docs}`;
}
