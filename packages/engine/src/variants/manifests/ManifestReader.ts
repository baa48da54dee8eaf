import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { TimeSlices } from '../../processes/TimeSlices';
import { cannotPreview } from '../../cannotPreview';
import { cannotRead } from '../../processes/cannotRead';
import { WorkerPool } from '../../processes/WorkerPool';
import { Manifest, parseManifests } from './manifests';
import manifestWorker, { ManifestQuestion } from './manifestWorker';

/** Bytes of text of the documents that are known. */
const KEPT_BYTES = 32 * 1024 * 1024;

/**
 * Bytes of a document from which a thread parses it: about 10 ms of parsing. What the thread sends back is read ten
 * times as fast as YAML is.
 */
const FOR_A_THREAD = 128 * 1024;
const TIME_LIMIT = 20_000;

const MARKER = '\n---';
const PLAIN_MARKER = Buffer.from('---\n');

const sizes = new WeakMap<Manifest, number>();

/** Bytes of the text that manifests were read from. */
export function bytesOf(manifests: readonly Manifest[]): number {
  return manifests.reduce(
    (sum, manifest) => sum + (sizes.get(manifest) ?? 0),
    0,
  );
}

/**
 * Reads what helm or kustomize printed. Both variants of an overlay are the same but for a few documents, and so are its
 * renderings at two commits: what was read before is not read again, and is the same object. Nobody may change it.
 */
export class ManifestReader {
  static create(options: {
    mostObjects: number;
    /** Default the one of the process. */
    pool?: WorkerPool;
  }): ManifestReader {
    return new ManifestReader(
      options.mostObjects,
      options.pool ?? WorkerPool.forProcess(),
    );
  }

  private readonly known = new LRUCache<
    string,
    {
      manifests: Manifest[];
      bytes: number;
    }
  >({ maxSize: KEPT_BYTES, sizeCalculation: ({ bytes }) => 1 + bytes });

  private constructor(
    private readonly mostObjects: number,
    private readonly pool: WorkerPool,
  ) {}

  /**
   * Lists are taken apart, empty documents left out. Others have their turn between documents.
   *
   * @param options.file - that it is, or the command that printed it
   * @param options.slices - of the work that this is a part of
   * @throws InputError where a document is no Kubernetes object, or there are too many
   */
  async read(
    output: Buffer,
    {
      file,
      signal,
      slices = TimeSlices.create(),
    }: { file: string; signal?: AbortSignal; slices?: TimeSlices },
  ): Promise<Manifest[]> {
    const all: Manifest[] = [];
    for (const document of documentsOf(output)) {
      await slices.next(signal);
      for (const manifest of await this.readDocument(document, file, signal)) {
        all.push(manifest);
        this.checkCount(all);
      }
    }
    return all;
  }

  /** @throws InputError where there are too many */
  checkCount({ length }: readonly Manifest[]): void {
    if (length > this.mostObjects) {
      throw cannotPreview({
        id: 'tooManyObjects',
        parameters: { limit: this.mostObjects },
      });
    }
  }

  private async readDocument(
    marked: Buffer,
    file: string,
    signal: AbortSignal | undefined,
  ): Promise<Manifest[]> {
    const document = marked.subarray(
      marked.subarray(0, PLAIN_MARKER.length).equals(PLAIN_MARKER)
        ? PLAIN_MARKER.length
        : 0,
    );
    const key = createHash('sha256').update(document).digest('base64');
    const known = this.known.get(key);
    if (known) {
      return known.manifests;
    }
    const text = document.toString('utf8');
    const manifests =
      document.length < FOR_A_THREAD
        ? parseManifests(text, file)
        : await this.parseInThread({ text, file }, signal);
    for (const manifest of manifests) {
      sizes.set(manifest, Math.ceil(document.length / manifests.length));
    }
    this.known.set(key, { manifests, bytes: document.length });
    return manifests;
  }

  private async parseInThread(
    question: ManifestQuestion,
    signal: AbortSignal | undefined,
  ): Promise<Manifest[]> {
    try {
      return await this.pool.run(manifestWorker, question, {
        timeLimit: TIME_LIMIT,
        signal,
      });
    } catch (error) {
      throw cannotRead(error, question.file);
    }
  }
}

/** A line that begins with three dashes ends a document wherever it stands, in a text as well (YAML 1.2.2, 9.1.2). */
function* documentsOf(output: Buffer): Generator<Buffer> {
  // A directive belongs to the document after the dashes: such a stream is read as one.
  if (output.includes('\n%') || output[0] === 0x25) {
    yield output;
    return;
  }
  let start = 0;
  let from = 0;
  for (;;) {
    const marker = output.indexOf(MARKER, from);
    if (marker === -1) {
      yield output.subarray(start);
      return;
    }
    from = marker + MARKER.length;
    const next = output[from];
    if (next === undefined || [0x20, 0x09, 0x0a, 0x0d].includes(next)) {
      yield output.subarray(start, marker + 1);
      start = marker + 1;
    }
  }
}
