import { setTimeout as pause } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  FleetQuery,
  FleetResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Fleet, FleetOptions, FleetTiming } from './Fleet';
import { fleetPage } from './rows/fleetPage';

/** Milliseconds. */
export interface FleetServiceTiming extends FleetTiming {
  /** How long the first who looks waits for what is known. */
  patience: number;
  /** After which all is forgotten once nobody has looked. */
  idle: number;
}

const TIMING: FleetServiceTiming = {
  resolve: 15_000,
  catalog: 60_000,
  rows: 2_000,
  patience: 1_500,
  idle: 2 * 60_000,
};

export type FleetServiceOptions = Omit<FleetOptions, 'timing'> & {
  timing?: Partial<FleetServiceTiming>;
};

/** The fleet, which this replica of the backend holds while somebody looks at it. */
export class FleetService {
  static create(options: FleetServiceOptions): FleetService {
    return new FleetService(options);
  }

  private readonly timing: FleetServiceTiming;
  private fleet: Fleet | undefined;
  private idle: NodeJS.Timeout | undefined;
  private closed = false;

  private constructor(private readonly options: FleetServiceOptions) {
    this.timing = { ...TIMING, ...options.timing };
  }

  /**
   * A page of what somebody may read. It answers soon, with what is known; what is not is `pending` in it.
   *
   * @param readable - which of some components the caller may read
   * @throws InputError where the cursor is none
   * @throws ServiceUnavailableError while the backend shuts down
   */
  async page(
    query: FleetQuery,
    {
      readable,
    }: { readable: (entityRefs: string[]) => Promise<ReadonlySet<string>> },
  ): Promise<FleetResponse> {
    const fleet = this.look();
    await this.known(fleet);
    const { clusterProblems, entries, observedAt, problems } =
      await fleet.snapshot();
    const theirs = await readable(entries.map(({ row }) => row.entityRef));
    const own = entries.filter(({ row }) => theirs.has(row.entityRef));
    const live = own.filter(({ row }) => row.attention !== 'pending').length;
    const switches = own.filter(
      ({ row }) => row.switches.state !== 'pending',
    ).length;
    return {
      observedAt,
      problems: own.length > 0 ? [...problems, ...clusterProblems] : problems,
      ...fleetPage(own, query),
      reading: {
        state:
          observedAt !== undefined &&
          live === own.length &&
          switches === own.length
            ? 'done'
            : 'pending',
        live,
        switches,
      },
    };
  }

  /** Forgets all. */
  async close(): Promise<void> {
    this.closed = true;
    await this.forget();
  }

  private look(): Fleet {
    if (this.closed) {
      throw new ServiceUnavailableError('Backstage is shutting down');
    }
    clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.forget(), this.timing.idle);
    this.idle.unref();
    this.fleet ??= Fleet.open({ ...this.options, timing: this.timing });
    return this.fleet;
  }

  private async known(fleet: Fleet): Promise<void> {
    const waiting = new AbortController();
    await Promise.race([
      fleet.read,
      pause(this.timing.patience, undefined, {
        signal: waiting.signal,
      }).catch(() => {}),
    ]);
    waiting.abort();
  }

  private async forget(): Promise<void> {
    clearTimeout(this.idle);
    const { fleet } = this;
    this.fleet = undefined;
    await fleet?.close();
  }
}
