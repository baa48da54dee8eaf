/** How far a build is. */
export interface BuildProgress {
  /** Between 0 and 1; absent while it is not known yet what has to be compiled. */
  share?: number;
  /** About how much longer it takes; absent while it is too early to tell. */
  secondsLeft?: number;
}

/** What a package takes whatever its size: a run of the compiler, which reads what the package imports. */
const PACKAGE_BYTES = 40_000;

/** A link takes about as long as to compile this many bytes of source. */
const LINK_BYTES = 1_500_000;

/** Before that, what was compiled says little about how fast this machine is. */
const SECONDS_TO_MEASURE = 20;

/**
 * How far a build is and how much longer it takes, from the sizes of what is compiled and how long that has taken so far.
 */
export class BuildEstimate {
  static create(): BuildEstimate {
    return new BuildEstimate();
  }

  /** What is still to be compiled, by {@link keyOf}. */
  private readonly left = new Map<string, number>();
  private total = 0;
  private done = 0;
  private isComplete = false;
  private started: number | undefined;

  private constructor() {}

  /** Adds what has to be compiled for programs of a module, in bytes of source by package. */
  add(
    module: string,
    { packages, programs }: { packages: Map<string, number>; programs: number },
  ): void {
    for (const [path, bytes] of packages) {
      const key = keyOf(module, path);
      if (!this.left.has(key)) {
        this.left.set(key, PACKAGE_BYTES + bytes);
        this.total += PACKAGE_BYTES + bytes;
      }
    }
    this.total += programs * LINK_BYTES;
  }

  /** Nothing more is added. */
  complete(): void {
    this.isComplete = true;
  }

  get isStarted(): boolean {
    return this.started !== undefined;
  }

  /** The first compiler starts. */
  start(now: number): void {
    this.started ??= now;
  }

  compiled(module: string, path: string): void {
    const key = keyOf(module, path);
    this.done += this.left.get(key) ?? 0;
    this.left.delete(key);
  }

  linked(): void {
    this.done += LINK_BYTES;
  }

  /** @param now - milliseconds since 1970 */
  progress(now: number): BuildProgress {
    if (!this.isComplete || this.started === undefined || this.total === 0) {
      return {};
    }
    const share = Math.min(1, this.done / this.total);
    const seconds = (now - this.started) / 1000;
    return seconds < SECONDS_TO_MEASURE || share === 0
      ? { share }
      : { share, secondsLeft: (seconds * (1 - share)) / share };
  }
}

/** Modules share the standard library, whose paths have no host name; what else they have in common may be of other releases. */
function keyOf(module: string, path: string): string {
  return path.split('/')[0].includes('.') ? `${module} ${path}` : path;
}

/** For a person: `38% built, about 6 minutes to go`. */
export function describeProgress({
  share,
  secondsLeft,
}: BuildProgress): string {
  if (share === undefined) {
    return 'building';
  }
  const built = `${Math.floor(share * 100)}% built`;
  if (secondsLeft === undefined) {
    return built;
  }
  const minutes = Math.round(secondsLeft / 60);
  if (minutes < 1) {
    return `${built}, less than a minute to go`;
  }
  return `${built}, about ${minutes} ${
    minutes === 1 ? 'minute' : 'minutes'
  } to go`;
}
