import { NotAllowedError } from '@backstage/errors';
import { ChartRepositoryConfig } from './chartRepositoryConfig';
import { isPlain } from '../../targets/access/patterns/repositoryUrl';
import { cannotPreview } from '../../cannotPreview';

/** A repository of charts that may be contacted. */
export interface ChartRepository {
  /** `helm`: an index.yaml and archives. `oci`: a registry. */
  kind: 'helm' | 'oci';
  /** As {@link chartRepositoryUrl} gives it. */
  url: string;
  /** Where requests go, such as `https://registry.example.com`. */
  origin: string;
  config: ChartRepositoryConfig;
}

/**
 * How a repository is called here: `https://`, `http://` or `oci://`, host in small letters, no slash at the end.
 * `undefined` where it is no repository of charts, or not what it seems to be.
 */
export function chartRepositoryUrl(repository: string): string | undefined {
  const parsed = isPlain(repository)
    ? /^(https?|oci):\/\/([A-Za-z0-9.-]+(?::\d{1,5})?)((?:\/[\w.~+-]+)*)\/*$/.exec(
        repository,
      )
    : null;
  if (!parsed) {
    return undefined;
  }
  const [, scheme, host, path] = parsed;
  return URL.canParse(`https://${host}`)
    ? `${scheme}://${host.toLowerCase()}${path}`
    : undefined;
}

/**
 * The configured repository that a chart's repository is, or lies below.
 *
 * @throws InputError where it is no repository of charts
 * @throws NotAllowedError where none is configured
 */
export function findChartRepository(
  configured: readonly ChartRepositoryConfig[],
  repository: string,
): ChartRepository {
  const url = chartRepositoryUrl(repository);
  if (!url) {
    throw cannotPreview({
      id: 'chartRepositoryInvalid',
      parameters: { repository },
    });
  }
  const [config] = configured
    .filter(each => url === each.url || url.startsWith(`${each.url}/`))
    .sort((a, b) => b.url.length - a.url.length);
  if (!config) {
    throw cannotPreview(
      { id: 'chartRepositoryNotConfigured', parameters: { repository: url } },
      NotAllowedError,
    );
  }
  const kind = url.startsWith('oci://') ? 'oci' : 'helm';
  const plain = kind === 'oci' ? config.plainHttp : url.startsWith('http:');
  const { host } = new URL(url.replace(/^\w+/, 'https'));
  return { kind, url, origin: `${plain ? 'http' : 'https'}://${host}`, config };
}

/** Whether a request may go there: to the repository's own origin, or as safely to a host configured beside it. */
export function mayContact(
  { origin, config }: ChartRepository,
  url: URL,
): boolean {
  return (
    url.origin === origin ||
    (config.hosts.includes(url.host) &&
      (url.protocol === 'https:' || url.protocol === new URL(origin).protocol))
  );
}
