import { ZodError } from 'zod/v4';
import { Latest, latestOf } from '../latestOf';
import { whyUnreadable } from '../unreadableObjects';
import { ObjectChange, Watchable, WatchedObjects } from './WatchedObjects';

/** How many times as many as are kept there may be for a while. */
const TOLERATED = 1.25;

/** What keeps of an object what is in use: a zod schema. */
export interface ObjectSchema<T> {
  safeParse(
    object: unknown,
  ): { success: true; data: T } | { success: false; error: ZodError };
}

export interface ObjectReaderOptions<T extends Watchable> {
  schema: ObjectSchema<T>;
  /** Whether an object is of interest at all; the others are not remembered. Default: all are. */
  keep?: (object: T) => boolean;
  /** Of more, the oldest are forgotten. Default: all are remembered. */
  latest?: Latest<T>;
  onChange: (change: ObjectChange<T>) => void;
  /** Other objects than before cannot be read. */
  onState: () => void;
}

/** Keeps of the objects of a list what is in use, and says what has changed of it. */
export class ObjectReader<T extends Watchable> {
  static create<T extends Watchable>(
    options: ObjectReaderOptions<T>,
  ): ObjectReader<T> {
    return new ObjectReader(options);
  }

  readonly objects = WatchedObjects.create<T>();

  private constructor(private readonly options: ObjectReaderOptions<T>) {}

  /** An object as the cluster has it now. */
  set(
    { name, resourceVersion }: { name: string; resourceVersion: string },
    item: unknown,
  ): void {
    const { objects } = this;
    if (objects.has(name, resourceVersion)) {
      return;
    }
    const { keep, onChange, onState, schema } = this.options;
    const wasUnreadable = objects.whyUnreadable(name) !== undefined;
    const parsed = schema.safeParse(item);
    if (!parsed.success) {
      const why = whyUnreadable(parsed.error);
      onChange(objects.setUnreadable(name, resourceVersion, why));
      onState();
      return;
    }
    onChange(
      keep && !keep(parsed.data)
        ? objects.delete(name)
        : objects.set(name, resourceVersion, parsed.data),
    );
    this.forgetOldest();
    if (wasUnreadable) {
      onState();
    }
  }

  /** Not one by one: finding the oldest takes looking at all. */
  private forgetOldest(): void {
    const { latest, onChange } = this.options;
    if (!latest || this.objects.size <= latest.most * TOLERATED) {
      return;
    }
    const all = this.objects.all();
    const kept = new Set(latestOf(all, latest));
    for (const object of all) {
      if (!kept.has(object)) {
        onChange(this.objects.delete(object.metadata.name));
      }
    }
  }

  /** It is no longer there. */
  delete(name: string): void {
    const { onChange, onState } = this.options;
    const wasUnreadable = this.objects.whyUnreadable(name) !== undefined;
    onChange(this.objects.delete(name));
    if (wasUnreadable) {
      onState();
    }
  }
}
