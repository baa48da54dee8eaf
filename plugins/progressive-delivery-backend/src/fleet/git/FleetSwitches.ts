import { assertError } from '@backstage/errors';
import {
  DeliveryTarget,
  problemOf,
  TargetDescription,
  VariantService,
} from '@progressive-delivery/engine';
import { withDeadline } from '../../clusters/withDeadline';
import { SwitchedFeatures } from '../../config';
import { ownsSwitch } from '../../targets/access/switchIds';
import { TargetSwitches } from '../rows/fleetRow';

/** Targets that are read at the same time: pages of single components come first. */
const AT_ONCE = 2;
/** Milliseconds that one may take. */
const LONGEST = 60_000;
/** Milliseconds after which what Git said is asked for again. */
const FRESH = 2 * 60_000;

export interface FleetSwitchesOptions {
  variants: Pick<VariantService, 'outline'>;
  config: Pick<SwitchedFeatures, 'proposals'>;
  /** What is known is another now. */
  onChange: () => void;
}

interface KnownSwitches extends TargetSwitches {
  editPlaces: TargetDescription['editPlaces'];
}

interface Entry {
  target: DeliveryTarget;
  known?: KnownSwitches;
  /** Milliseconds since the epoch; absent before it was read. */
  readAt?: number;
}

const PENDING: KnownSwitches = {
  state: 'pending',
  switches: [],
  editPlaces: [],
};

/** One for all: Node 22 keeps the reason of a composed signal. */
const CLOSED = new Error('Nobody looks at the fleet any more');

/** The switches of many targets, read from Git one after the other and again after a while. Nothing is rendered. */
export class FleetSwitches {
  static create(options: FleetSwitchesOptions): FleetSwitches {
    return new FleetSwitches(options);
  }

  private readonly entries = new Map<string, Entry>();
  private readonly closed = new AbortController();
  private running = 0;

  private constructor(private readonly options: FleetSwitchesOptions) {}

  /** From now on it is these targets that matter, by all that decides what is read of them. */
  want(targets: ReadonlyMap<string, DeliveryTarget>): void {
    for (const key of this.entries.keys()) {
      if (!targets.has(key)) {
        this.entries.delete(key);
      }
    }
    for (const [key, target] of targets) {
      const entry = this.entries.get(key);
      if (entry) {
        entry.target = target;
      } else {
        this.entries.set(key, { target });
      }
    }
    this.work();
  }

  of(key: string): KnownSwitches {
    return this.entries.get(key)?.known ?? PENDING;
  }

  close(): void {
    this.closed.abort(CLOSED);
    this.entries.clear();
  }

  private work(): void {
    while (this.running < AT_ONCE && !this.closed.signal.aborted) {
      const next = this.oldest();
      if (!next) {
        return;
      }
      this.running++;
      next.readAt = Date.now();
      void this.read(next).finally(() => {
        this.running--;
        this.work();
      });
    }
  }

  private async read(entry: Entry): Promise<void> {
    const { target } = entry;
    try {
      entry.known = this.known(
        target,
        await withDeadline(
          LONGEST,
          signal => this.options.variants.outline(target, { signal }),
          this.closed.signal,
        ),
      );
    } catch (error) {
      assertError(error);
      if (this.closed.signal.aborted) {
        return;
      }
      entry.known = {
        ...PENDING,
        state: 'failed',
        problem: problemOf(error, 'gitUnreadable'),
      };
    }
    this.options.onChange();
  }

  private known(
    target: DeliveryTarget,
    { editPlaces, problems, rendering, switches }: TargetDescription,
  ): KnownSwitches {
    const owned = switches.filter(({ id }) => ownsSwitch(target, id));
    return {
      // What is known of some sources says nothing of one that could not be laid out.
      ...(rendering.state === 'failed'
        ? { state: 'failed', problem: problems.at(-1) }
        : { state: 'done' }),
      switches: owned.map(({ enabled, id, notProposable }) => ({
        id,
        enabled,
        proposable: !notProposable && this.options.config.proposals.enabled,
      })),
      editPlaces: editPlaces.filter(place => ownsSwitch(target, place.switch)),
    };
  }

  /** One that was never read, or else the one that was read longest ago, if that is long enough. */
  private oldest(): Entry | undefined {
    let oldest: Entry | undefined;
    for (const entry of this.entries.values()) {
      if (entry.readAt === undefined) {
        return entry;
      }
      if (!oldest || entry.readAt < (oldest.readAt ?? 0)) {
        oldest = entry;
      }
    }
    return oldest && Date.now() - (oldest.readAt ?? 0) > FRESH
      ? oldest
      : undefined;
  }
}
