import { NotFoundError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { SharedWork } from '../../processes/SharedWork';
import { WorkerPool } from '../../processes/WorkerPool';
import { cannotPreview } from '../../cannotPreview';
import { cannotRead } from '../../processes/cannotRead';
import { digestOf } from '../archives/ChartCache';
import { authorizationOf } from '../repositories/authorizationOf';
import { ChartRepository } from '../repositories/chartRepository';
import { ChartRepositoryClient } from '../repositories/ChartRepositoryClient';
import {
  ARCHIVE_LIMIT,
  BELIEVED,
  ChartRelease,
  ChartSource,
} from '../repositories/ChartSource';
import { pickVersion } from '../repositories/pickVersion';
import indexWorker from './indexWorker';
import { IndexedRelease, readIndex } from './repositoryIndex';

const INDEX_LIMIT = 32 * 1024 * 1024;
/** Bytes of an index from which a thread parses it: about 10 ms of parsing. */
const FOR_A_THREAD = 128 * 1024;
const TIME_LIMIT = 20_000;
const MOST_KEPT = 500;

interface Index {
  content: SharedArrayBuffer;
  /** What was read of it, by chart. */
  releases: LRUCache<string, IndexedRelease[]>;
  etag: string | undefined;
  /** When it was said to be as it is. */
  time: number;
}

/**
 * A Helm repository: an index.yaml that names the archives and their digests, as helm v4.3 reads it (pkg/repo/v1).
 * By hand rather than by `helm pull`: what is read is bounded and goes to configured hosts only, and the digest of an
 * archive, by which it is cached, is known before it is fetched.
 */
export class HelmRepository implements ChartSource {
  static create(repository: ChartRepository): HelmRepository {
    return new HelmRepository(
      repository,
      ChartRepositoryClient.create(repository),
    );
  }

  private index: Index | undefined;
  private readonly reading = SharedWork.create<Index>();
  /** What archives were that the index has no digest for, by URL. */
  private readonly undigested = new LRUCache<string, string>({
    max: MOST_KEPT,
    ttl: BELIEVED,
  });

  private constructor(
    private readonly repository: ChartRepository,
    private readonly client: ChartRepositoryClient,
  ) {}

  async find(
    chart: string,
    wanted: string,
    signal?: AbortSignal,
  ): Promise<ChartRelease> {
    const { url } = this.repository;
    const releases = await this.releases(chart, signal);
    const version = pickVersion(
      releases.map(release => release.version),
      wanted,
    );
    const release = releases.find(each => each.version === version);
    if (!release) {
      throw cannotPreview(
        {
          id: 'chartVersionMissing',
          parameters: { repository: url, chart, version: wanted },
        },
        NotFoundError,
      );
    }
    const digest = /^(?:sha256:)?([0-9a-f]{64})$/.exec(release.digest ?? '');
    if (!digest) {
      return this.findUndigested(chart, release, signal);
    }
    return {
      version: release.version,
      digest: digest[1],
      download: downloadSignal => this.download(chart, release, downloadSignal),
    };
  }

  /**
   * Some indexes, such as Gitea's, have no digests. What comes from the index's own host is as much to be believed as
   * the index, and is known by the digest that it has when it comes.
   */
  private async findUndigested(
    chart: string,
    release: IndexedRelease,
    signal?: AbortSignal,
  ): Promise<ChartRelease> {
    const { origin, url } = this.repository;
    const { version } = release;
    const archive = archiveUrl(release, chart, url);
    if (archive.origin !== origin) {
      throw cannotPreview({
        id: 'indexWithoutDigest',
        parameters: { repository: url, chart, version },
      });
    }
    const kept = this.undigested.get(archive.href);
    if (kept !== undefined) {
      return {
        version,
        digest: kept,
        download: downloadSignal =>
          this.download(chart, release, downloadSignal),
      };
    }
    const content = await this.download(chart, release, signal);
    const digest = digestOf(content);
    this.undigested.set(archive.href, digest);
    return { version, digest, download: async () => content };
  }

  private async releases(
    chart: string,
    signal?: AbortSignal,
  ): Promise<IndexedRelease[]> {
    let { index } = this;
    if (!index || Date.now() - index.time >= BELIEVED) {
      index = await this.reading.run(
        'index',
        shared => this.readIndex(shared),
        signal,
      );
    }
    const kept = index.releases.get(chart);
    const releases = kept ?? (await this.read(index, chart, signal));
    index.releases.set(chart, releases);
    return releases;
  }

  private async read(
    { content }: Index,
    chart: string,
    signal: AbortSignal | undefined,
  ): Promise<IndexedRelease[]> {
    const { url } = this.repository;
    if (content.byteLength < FOR_A_THREAD) {
      return readIndex(Buffer.from(content).toString('utf8'), chart, url);
    }
    try {
      return await WorkerPool.forProcess().run(
        indexWorker,
        { index: content, chart, repository: url },
        { timeLimit: TIME_LIMIT, signal },
      );
    } catch (error) {
      throw cannotRead(error, `${url}/index.yaml`);
    }
  }

  private async readIndex(signal: AbortSignal): Promise<Index> {
    const { index } = this;
    const { url } = this.repository;
    const request = {
      url: new URL(`${url}/index.yaml`),
      accept: 'application/yaml, application/x-yaml, text/yaml, */*',
      limit: INDEX_LIMIT,
      authorization: this.authorization(),
      headers: index?.etag ? { 'if-none-match': index.etag } : undefined,
      signal,
    };
    const response = await this.client.get(request);
    if (index && response.status === 304) {
      this.index = { ...index, time: Date.now() };
      return this.index;
    }
    this.client.expect(response, request);
    const content = new SharedArrayBuffer(response.body.length);
    Buffer.from(content).set(response.body);
    this.index = {
      content,
      releases: new LRUCache({ max: MOST_KEPT }),
      etag: response.headers.get('etag') ?? undefined,
      time: Date.now(),
    };
    return this.index;
  }

  private async download(
    chart: string,
    release: IndexedRelease,
    signal?: AbortSignal,
  ): Promise<Buffer> {
    const { origin, url } = this.repository;
    const archive = archiveUrl(release, chart, url);
    const { body } = await this.client.read({
      url: archive,
      accept: 'application/gzip, application/octet-stream, */*',
      limit: ARCHIVE_LIMIT,
      authorization:
        archive.origin === origin ? this.authorization() : undefined,
      signal,
    });
    return body;
  }

  private authorization(): string | undefined {
    return authorizationOf(this.repository.config);
  }
}

/** As helm does, the first; from the repository's URL where it says only the rest. */
function archiveUrl(
  { urls: [first], version }: IndexedRelease,
  chart: string,
  repository: string,
): URL {
  if (!URL.canParse(first, `${repository}/`)) {
    throw cannotPreview({
      id: 'indexWithoutUrl',
      parameters: { repository, chart, version },
    });
  }
  return new URL(first, `${repository}/`);
}
