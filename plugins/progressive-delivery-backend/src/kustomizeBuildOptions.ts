/** Options of `kustomize build` that change what is rendered and nothing else, and what they may be set to. */
const ALLOWED: Record<string, { flag: boolean; value: RegExp }> = {
  '--enable-helm': { flag: true, value: /^(true|false)$/ },
  '--enable-managedby-label': { flag: true, value: /^(true|false)$/ },
  '--reorder': { flag: false, value: /^(legacy|none)$/ },
  '--load-restrictor': { flag: false, value: /^LoadRestrictionsRootOnly$/ },
  '--helm-kube-version': {
    flag: false,
    value: /^v?\d+\.\d+(\.\d+)?$/,
  },
  '--helm-api-versions': {
    flag: false,
    value: /^[A-Za-z0-9][A-Za-z0-9./-]*$/,
  },
};

/**
 * Reads `kustomize.buildOptions` of an Argo CD installation. Nothing that runs programs, reads files outside of the
 * overlay or contacts anybody is accepted.
 *
 * @throws Error that names the option that is not
 */
export function parseKustomizeBuildOptions(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const options: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [name, ...assigned] = words[at].split('=');
    const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
    if (!allowed) {
      throw new Error(
        `${
          words[at]
        } is not among the options that overlays are previewed with: ${Object.keys(
          ALLOWED,
        ).join(', ')}. Leave it out: what needs it cannot be previewed`,
      );
    }
    let value: string | undefined;
    if (assigned.length > 0) {
      value = assigned.join('=');
    } else if (!allowed.flag) {
      at++;
      value = words[at] ?? '';
    }
    if (value !== undefined && !allowed.value.test(value)) {
      throw new Error(`${name} cannot be ${JSON.stringify(value)}`);
    }
    options.push(value === undefined ? name : `${name}=${value}`);
  }
  return options;
}
