import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, ReadStream, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

/** A named pipe that processes hold open while they live: it ends with the last of them, at that very moment. */
export class LifeLine {
  static create(): LifeLine {
    const directory = mkdtempSync(join(tmpdir(), 'life-line-'));
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    return new LifeLine(directory);
  }

  readonly path: string;
  private readonly stream: ReadStream;
  private readonly ended: Promise<unknown>;

  private constructor(private readonly directory: string) {
    this.path = join(directory, 'pipe');
    this.stream = createReadStream(this.path);
    this.ended = once(this.stream, 'close');
  }

  /** The first that is written into it. */
  async heard(): Promise<string> {
    const [chunk] = await once(this.stream, 'data');
    return String(chunk).trim();
  }

  /** Resolves when nobody holds it any more. */
  async end(): Promise<void> {
    this.stream.resume();
    await this.ended;
    rmSync(this.directory, { recursive: true });
  }
}
