import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { z } from 'zod/v4';
import { ChartRepositoryConfig } from './repositories/chartRepositoryConfig';
import { SharedWork } from '../processes/SharedWork';
import { cannotPreview } from '../cannotPreview';
import { readYaml } from '../yaml/readYaml';
import { ChartCache, digestOf } from './archives/ChartCache';
import { ChartFiles, packChart, unpackChart } from './archives/chartArchive';
import {
  ChartRepository,
  findChartRepository,
} from './repositories/chartRepository';
import { ChartRelease, ChartSource } from './repositories/ChartSource';
import { HelmRepository } from './helm/HelmRepository';
import { OciRegistry } from './oci/OciRegistry';

/** Bytes of unpacked charts that are kept in memory. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Archives that are fetched and unpacked at the same time: each may take 64 MiB of memory. */
const CONCURRENCY = 4;
/** Repositories whose index is kept. */
const MOST_SOURCES = 20;

/** A chart of a repository, by exact version or by a range of which the newest is meant. */
export interface ChartReference {
  /** `https://` or `oci://`; the chart's name follows it in a registry. */
  repository: string;
  name: string;
  version: string;
}

/** A chart as its repository has it, checked against the digest. */
export interface FetchedChart {
  repository: string;
  name: string;
  /** The exact one. */
  version: string;
  /** SHA-256 of its archive, in hexadecimal. */
  digest: string;
  files: ChartFiles;
  /** Packed again from the files, so that it holds nothing else. */
  pack(): Promise<Buffer>;
}

const metadataSchema = z.object({ name: z.string(), version: z.string() });

/**
 * Fetches charts from the repositories of the configuration, and from nowhere else. Each archive is fetched once, and
 * kept by its digest.
 *
 * `helm pull` is not used for it: with `--repo` it does not check the digest of the index (v4.3 pkg/downloader
 * ResolveChartVersion), follows redirects and URLs of an index to any host, and takes credentials as arguments.
 */
export class ChartService {
  static create(options: {
    repositories: readonly ChartRepositoryConfig[];
    /** Absolute path of a directory of our own; archives are kept in it. */
    cacheDirectory: string;
  }): ChartService {
    return new ChartService(
      options.repositories,
      ChartCache.create({ directory: join(options.cacheDirectory, 'charts') }),
    );
  }

  private readonly sources = new LRUCache<string, ChartSource>({
    max: MOST_SOURCES,
  });
  private readonly limit = pLimit(CONCURRENCY);
  private readonly finding = SharedWork.create<ChartRelease>();
  private readonly fetching = SharedWork.create<FetchedChart>();
  private readonly unpacked = new LRUCache<string, FetchedChart>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ files }) =>
      Array.from(files.values()).reduce(
        (sum, content) => sum + content.length + 256,
        0,
      ),
  });

  private constructor(
    private readonly configured: readonly ChartRepositoryConfig[],
    private readonly cache: ChartCache,
  ) {}

  /**
   * @throws InputError where the chart is not what its repository says, or holds what no chart may
   * @throws NotAllowedError where its repository is not configured, or does not accept the credentials
   * @throws NotFoundError where there is no such chart or version
   * @throws ServiceUnavailableError where its repository does not answer
   */
  async fetch(
    { name, version, ...reference }: ChartReference,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<FetchedChart> {
    const repository = findChartRepository(
      this.configured,
      reference.repository,
    );
    const source = this.source(repository);
    const release = await this.finding.run(
      JSON.stringify([repository.url, name, version]),
      shared => source.find(name, version, shared),
      signal,
    );
    const key = JSON.stringify([repository.url, name, release.digest]);
    const kept = this.unpacked.get(key);
    if (kept) {
      return kept;
    }
    return this.fetching.run(
      key,
      async shared => {
        const chart = await this.limit(() =>
          this.read(repository, name, release, shared),
        );
        this.unpacked.set(key, chart);
        return chart;
      },
      signal,
    );
  }

  private async read(
    { url }: ChartRepository,
    name: string,
    release: ChartRelease,
    signal: AbortSignal,
  ): Promise<FetchedChart> {
    signal.throwIfAborted();
    const { digest, version } = release;
    const archiveName = `${name} ${version} (${url})`;
    let archive = await this.cache.get(digest);
    if (!archive) {
      archive = await release.download(signal);
      const actual = digestOf(archive);
      if (actual !== digest) {
        throw cannotPreview({
          id: 'digestDiffers',
          parameters: {
            archive: archiveName,
            digest: `sha256:${actual}`,
            expected: `sha256:${digest}`,
          },
        });
      }
      await this.cache.set(digest, archive);
    }
    const files = await unpackChart(archive, archiveName);
    checkMetadata(files.get('Chart.yaml'), {
      name,
      version,
      archive: archiveName,
    });
    let packed: Promise<Buffer> | undefined;
    return {
      repository: url,
      name,
      version,
      digest,
      files,
      pack: () => {
        packed ??= packChart(name, files);
        return packed;
      },
    };
  }

  private source(repository: ChartRepository): ChartSource {
    let source = this.sources.get(repository.url);
    if (!source) {
      source =
        repository.kind === 'oci'
          ? OciRegistry.create(repository)
          : HelmRepository.create(repository);
      this.sources.set(repository.url, source);
    }
    return source;
  }
}

/** A digest says that it is what the repository meant; this, that the repository meant what was asked for. */
function checkMetadata(
  content: Buffer | undefined,
  {
    archive,
    name,
    version,
  }: { archive: string; name: string; version: string },
): void {
  if (!content) {
    throw cannotPreview({
      id: 'chartMissing',
      parameters: { directory: archive },
    });
  }
  const file = `${archive}: Chart.yaml`;
  const metadata = metadataSchema.safeParse(
    readYaml(content.toString('utf8'), file),
  );
  if (!metadata.success) {
    throw cannotPreview({ id: 'chartInvalid', parameters: { file } });
  }
  const { data: found } = metadata;
  if (found.name !== name || found.version !== version) {
    throw cannotPreview({
      id: 'archiveOfOther',
      parameters: { archive, found: `${found.name} ${found.version}` },
    });
  }
}
