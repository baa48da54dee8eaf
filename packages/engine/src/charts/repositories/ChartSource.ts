/** A version of a chart in its repository, known by the digest of its archive. */
export interface ChartRelease {
  version: string;
  /** SHA-256 of the archive, in hexadecimal. */
  digest: string;
  /** Fetches the archive, unchecked. */
  download(signal?: AbortSignal): Promise<Buffer>;
}

/** A repository that charts are looked up in. */
export interface ChartSource {
  /**
   * The release that Helm and Argo CD would take.
   *
   * @param wanted - an exact version, or a constraint
   * @throws NotFoundError where there is none
   */
  find(
    chart: string,
    wanted: string,
    signal?: AbortSignal,
  ): Promise<ChartRelease>;
}

/** Milliseconds for which what a repository said is believed: what it offers changes, what was offered does not. */
export const BELIEVED = 60_000;

/** Bytes of an archive. */
export const ARCHIVE_LIMIT = 16 * 1024 * 1024;
