import { Gathered, GatheredPieces, PieceReaders, Pieces } from './Pieces';

/** Reads pieces when they are first asked for, each once. */
export class Gathering {
  static create(options: {
    readers: PieceReaders;
    namespaces: ReadonlySet<string>;
  }): Gathering {
    return new Gathering(options);
  }

  private readonly reading = new Map<keyof Pieces, Promise<void>>();
  private readonly gathered: GatheredPieces = {};

  private constructor(
    private readonly options: {
      readers: PieceReaders;
      namespaces: ReadonlySet<string>;
    },
  ) {}

  /** Reads them although nobody waits for them yet. */
  start(pieces: Iterable<keyof Pieces>): void {
    for (const piece of pieces) {
      // Where nobody comes to wait, nobody needs to know what could not be read.
      this.read(piece).catch(() => {});
    }
  }

  /** @throws the signal's reason where nobody waits any longer */
  async all(pieces: Iterable<keyof Pieces>): Promise<Gathered> {
    await Promise.all(Array.from(pieces, piece => this.read(piece)));
    return { ...this.gathered, namespaces: this.options.namespaces };
  }

  private read(piece: keyof Pieces): Promise<void> {
    const reading = this.reading.get(piece) ?? this.readOnce(piece);
    this.reading.set(piece, reading);
    return reading;
  }

  private async readOnce<Piece extends keyof Pieces>(
    piece: Piece,
  ): Promise<void> {
    this.gathered[piece] = await this.options.readers[piece]();
  }
}
