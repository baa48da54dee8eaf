import { Arrivals } from './Arrivals';
import { ShownMessage } from './Viewer';

const LOOK_MILLISECONDS = 20;

/** Finds what a viewer is shown as fresh and is not. */
export class Freshness {
  static create(options: {
    /** What is older than that is not fresh. */
    seconds: number;
  }): Freshness {
    return new Freshness(options.seconds);
  }

  /** Seconds; of what was said to be fresh, for how long it had been out of date at the most. */
  oldest = 0;
  private readonly arrivals = Arrivals.create();
  private readonly found = new Set<string>();
  private readonly newest = new Map<string, number>();
  private readonly looking: NodeJS.Timeout;
  private live = false;

  private constructor(private readonly seconds: number) {
    this.looking = setInterval(() => this.look(), LOOK_MILLISECONDS);
  }

  /** How many statuses were shown as fresh that were not. */
  get lies(): number {
    return this.found.size;
  }

  /** The API server has taken a change. */
  confirmed(name: string, number: number): void {
    // It may have been shown before this was known.
    if ((this.newest.get(name) ?? 0) < number) {
      this.arrivals.sent(name, number, performance.now());
    }
  }

  shown(message: ShownMessage): void {
    switch (message.type) {
      case 'target':
        this.live = message.state === 'live';
        break;
      case 'workload': {
        const { name, replicas } = message.status;
        this.newest.set(name, replicas.current);
        this.arrivals.arrived(name, replicas.current, performance.now());
        break;
      }
      default:
    }
  }

  stop(): void {
    clearInterval(this.looking);
  }

  private look(): void {
    if (!this.live) {
      return;
    }
    const now = performance.now();
    for (const [name, at] of this.arrivals.missing) {
      const age = (now - at) / 1000;
      this.oldest = Math.max(this.oldest, age);
      if (age > this.seconds) {
        this.found.add(`${name} ${at}`);
      }
    }
  }
}
