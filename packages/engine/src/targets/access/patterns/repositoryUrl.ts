/**
 * How Argo CD compares repositories (argo-cd v3.6 util/git NormalizeGitURL): without case, `.git` and `ssh://`.
 */
export function normalizeGitUrl(repository: string): string {
  let url = repository.trim().toLowerCase();
  if (/^(ssh:\/\/)?[^/:]*@[^@]+$/.test(url) && !url.startsWith('ssh://')) {
    url = url.replace(':', '/');
  }
  return url.replace(/\.git$/, '').replace(/^ssh:\/\//, '');
}

/**
 * The repository as rules of configuration name it: by https, as we read it, without credentials, `.git` and trailing
 * slashes; by oci a registry of charts, which Argo CD names without a scheme. `undefined` where it is no URL, or one that
 * a server could take for another than it seems to be.
 */
export function readableRepository(repository: string): string | undefined {
  if (!isPlain(repository)) {
    return undefined;
  }
  if (/^[\w-]+(\.[\w-]+)+(\/[\w.~+-]+)+$/.test(repository)) {
    return trimEnd(
      `oci://${repository.replace(/^[^/]+/, host => host.toLowerCase())}`,
    );
  }
  const url = fetchedUrl(repository);
  return url && trimEnd(`${url.protocol}//${url.host}${url.pathname}`);
}

/**
 * The URL by which a repository is fetched, for whoever authorizes it and whoever fetches it alike: those of SSH, scp's
 * spelling of them included, are read by https with the same path. `undefined` where it is no URL.
 */
export function fetchedUrl(repository: string): URL | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)([\w./~-]+)$/.exec(repository);
  const text = scp ? `https://${scp[1]}/${scp[2]}` : repository;
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return url.protocol === 'ssh:'
    ? new URL(`https://${url.hostname}${url.pathname}`)
    : url;
}

/** A pattern for what {@link readableRepository} gives. */
export function repositoryPattern(pattern: string): string {
  return trimEnd(
    pattern
      .trim()
      .replace(/^\w+:\/\/[^/]*/, beginning => beginning.toLowerCase()),
  );
}

/** Whether a URL means what it says: `..`, in whatever spelling, would lead out of what a pattern permits. */
export function isPlain(repository: string): boolean {
  return (
    /^[\x21-\x7e]+$/.test(repository) &&
    !/[\\?#]|%2e|%2f|%5c|%25/i.test(repository) &&
    !repository.split(/[/:]/).some(segment => /^\.{1,2}$/.test(segment))
  );
}

function trimEnd(url: string): string {
  return url.replace(/\/+$/, '').replace(/\.git$/, '');
}
