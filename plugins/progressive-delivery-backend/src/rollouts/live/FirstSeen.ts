import { LookingAt } from '../status/controllerObservation';

/** Objects that are remembered. */
const MOST_OBJECTS = 1_000;

interface Generated {
  metadata: {
    uid: string;
    generation?: number;
    managedFields: { changedAt?: string };
  };
}

/** When each object was seen first as it is asked for now, for those that do not say when they were changed. */
export class FirstSeen {
  static create(): FirstSeen {
    return new FirstSeen();
  }

  private readonly known = new Map<string, { generation: number; at: Date }>();

  private constructor() {}

  /** What is known of an object before it is looked at; it is remembered for the next time. */
  looking(object: Generated, now: Date): LookingAt {
    return object.metadata.managedFields.changedAt === undefined
      ? { now, firstSeenAt: this.at(object, now) }
      : { now };
  }

  private at(
    { metadata: { generation = 0, uid } }: Generated,
    now: Date,
  ): Date {
    const known = this.known.get(uid);
    if (known?.generation === generation) {
      return known.at;
    }
    this.known.delete(uid);
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_OBJECTS && oldest !== undefined) {
      this.known.delete(oldest);
    }
    this.known.set(uid, { generation, at: now });
    return now;
  }
}
