import { ServiceUnavailableError } from '@backstage/errors';
import { problemError } from '@progressive-delivery/engine';

/** Characters of a line: etcd takes objects of 1.5 MiB, and a line that never ends must not fill memory. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Makes lines of bytes that come in any pieces. */
export class LineSplitter {
  static create(): LineSplitter {
    return new LineSplitter();
  }

  private readonly decoder = new TextDecoder();
  /** What there is of a line that has not ended. */
  private pieces: string[] = [];
  private characters = 0;

  private constructor() {}

  /**
   * The lines that end with these bytes; empty ones are left out.
   *
   * @throws ServiceUnavailableError where a line does not end
   */
  push(bytes: Uint8Array): string[] {
    const [first, ...rest] = this.decoder
      .decode(bytes, { stream: true })
      .split('\n');
    this.keep(first);
    if (rest.length === 0) {
      return [];
    }
    const lines = [this.pieces.join(''), ...rest.slice(0, -1)];
    this.pieces = [];
    this.characters = 0;
    this.keep(rest[rest.length - 1]);
    return lines.filter(line => line.trim() !== '');
  }

  /** Whether a line has begun and not ended. */
  get withinLine(): boolean {
    return this.characters > 0;
  }

  private keep(piece: string): void {
    if (piece === '') {
      return;
    }
    this.pieces.push(piece);
    this.characters += piece.length;
    if (this.characters > MOST_CHARACTERS) {
      throw problemError(ServiceUnavailableError, {
        id: 'watchLineTooLong',
        parameters: { characters: MOST_CHARACTERS },
      });
    }
  }
}
