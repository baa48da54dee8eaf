import { ScmIntegrationRegistry } from '@backstage/integration';
import { OverlayReferenceError } from './OverlayReferenceError';

/** A directory or file of a Git repository. */
export interface RepositoryPlace {
  /** Clone URL. */
  repository: string;
  revision: string;
  /** From the repository's root, without leading or trailing slash; `.` for the root. */
  path: string;
}

type Shape = (segments: string[]) => RepositoryShape | undefined;

interface RepositoryShape {
  repository: string[];
  revision?: string;
  path: string[];
}

/** How the addresses of directories and files look at each kind of Git host; a revision is one segment. */
const SHAPES: Record<string, { shape: Shape; example: string }> = {
  gitea: {
    example: 'https://HOST/OWNER/REPOSITORY/src/branch/BRANCH/PATH',
    shape: ([owner, name, src, kind, revision, ...path]) => {
      if (src === undefined) {
        return { repository: [owner, name], path: [] };
      }
      return src === 'src' && ['branch', 'tag', 'commit'].includes(kind)
        ? { repository: [owner, name], revision: revision ?? '', path }
        : undefined;
    },
  },
  github: {
    example: 'https://HOST/OWNER/REPOSITORY/tree/BRANCH/PATH',
    shape: ([owner, name, kind, revision, ...path]) => {
      if (kind === undefined) {
        return { repository: [owner, name], path: [] };
      }
      return ['tree', 'blob', 'edit', 'raw'].includes(kind)
        ? { repository: [owner, name], revision: revision ?? '', path }
        : undefined;
    },
  },
  gitlab: {
    example: 'https://HOST/GROUP/PROJECT/-/tree/BRANCH/PATH',
    shape: segments => {
      const dash = segments.indexOf('-');
      if (dash < 0) {
        return { repository: segments, path: [] };
      }
      const [kind, revision, ...path] = segments.slice(dash + 1);
      return ['tree', 'blob', 'edit', 'raw'].includes(kind)
        ? {
            repository: segments.slice(0, dash),
            revision: revision ?? '',
            path,
          }
        : undefined;
    },
  },
  bitbucketCloud: {
    example: 'https://HOST/WORKSPACE/REPOSITORY/src/BRANCH/PATH',
    shape: ([owner, name, src, revision, ...path]) => {
      if (src === undefined) {
        return { repository: [owner, name], path: [] };
      }
      return src === 'src'
        ? { repository: [owner, name], revision: revision ?? '', path }
        : undefined;
    },
  },
};

/**
 * Reads the address of a directory or file at a Git host that is configured.
 *
 * @throws {@link OverlayReferenceError} where it is none, says how one looks
 */
export function parseRepositoryUrl(
  integrations: ScmIntegrationRegistry,
  text: string,
): RepositoryPlace {
  if (!URL.canParse(text)) {
    throw new OverlayReferenceError({
      id: 'addressInvalid',
      parameters: { reference: text },
    });
  }
  const url = new URL(text);
  const type = gitHostType(integrations, url);
  const known = SHAPES[type ?? ''];
  if (!type || !known) {
    const { host } = url;
    throw new OverlayReferenceError(
      type
        ? { id: 'addressUnsupported', parameters: { type, host } }
        : { id: 'addressOfOtherHost', parameters: { host } },
    );
  }
  const base = basePath(integrations, url, type);
  const shape =
    url.search || url.hash || url.username || url.password
      ? undefined
      : known.shape(segmentsOf(url, base));
  if (
    !shape ||
    shape.repository.length < 2 ||
    shape.repository.some(part => !isName(part)) ||
    shape.path.some(part => !isName(part)) ||
    (shape.revision !== undefined && !isRevision(shape.revision))
  ) {
    throw new OverlayReferenceError({
      id: 'addressOfNoDirectory',
      parameters: { reference: text, example: known.example },
    });
  }
  const repository = shape.repository.map(encodeURIComponent).join('/');
  return {
    repository: `${url.origin}${base}/${repository.replace(/\.git$/, '')}.git`,
    revision: shape.revision ?? 'HEAD',
    path: shape.path.join('/') || '.',
  };
}

function gitHostType(
  integrations: ScmIntegrationRegistry,
  url: URL,
): string | undefined {
  return url.protocol === 'https:' || url.protocol === 'http:'
    ? integrations.byUrl(url)?.type
    : undefined;
}

/** The part of the path that is the Git host's own, where that does not live at the root of its host. */
function basePath(
  integrations: ScmIntegrationRegistry,
  url: URL,
  type: string,
): string {
  const base =
    (type === 'gitea' && integrations.gitea.byUrl(url)?.config.baseUrl) ||
    (type === 'gitlab' && integrations.gitlab.byUrl(url)?.config.baseUrl);
  return base && URL.canParse(base)
    ? new URL(base).pathname.replace(/\/+$/, '')
    : '';
}

/** Empty where it is not below the base. */
function segmentsOf(url: URL, base: string): string[] {
  if (!url.pathname.startsWith(`${base}/`)) {
    return [];
  }
  try {
    return url.pathname
      .slice(base.length)
      .split('/')
      .filter(Boolean)
      .map(decodeURIComponent);
  } catch {
    return [];
  }
}

function isName(segment: string | undefined): boolean {
  return (
    segment !== undefined &&
    /^[^/\\\p{Cc}]+$/u.test(segment) &&
    segment !== '.' &&
    segment !== '..'
  );
}

function isRevision(revision: string): boolean {
  return /^[\w][\w./@+-]*$/.test(revision) && !revision.includes('..');
}
