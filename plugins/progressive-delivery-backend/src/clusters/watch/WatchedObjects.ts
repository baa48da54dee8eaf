import { UnreadableObject } from '../unreadableObjects';

/** What of an object is needed to find it. */
export interface Watchable {
  metadata: {
    name: string;
    uid: string;
    ownerReferences?: { uid: string }[];
  };
}

/** One object before and after; absent before it is there, and after it is gone. */
export interface ObjectChange<T> {
  before?: T;
  after?: T;
}

/** What is known of a watched list, to read. */
export interface ObjectView<T> {
  get(name: string): T | undefined;
  byUid(uid: string): T | undefined;
  ownedBy(uid: string): T[];
  all(): T[];
  /** Those that are there and cannot be read; none of the others tells of them. */
  unreadable(): UnreadableObject[];
  /** Which of its fields is odd; `undefined` where it can be read, or is not there. */
  whyUnreadable(name: string): string | undefined;
}

/** The objects of a watched list, by all that they are looked for by. */
export class WatchedObjects<T extends Watchable> implements ObjectView<T> {
  static create<T extends Watchable>(): WatchedObjects<T> {
    return new WatchedObjects();
  }

  private readonly byName = new Map<string, { version: string; object: T }>();
  private readonly uids = new Map<string, T>();
  /** Lists and no sets: most owners have a few, and an empty set takes more than some objects do. */
  private readonly owned = new Map<string, T[]>();

  private readonly odd = new Map<string, { version: string; why: string }>();

  private constructor() {}

  get(name: string): T | undefined {
    return this.byName.get(name)?.object;
  }

  byUid(uid: string): T | undefined {
    return this.uids.get(uid);
  }

  ownedBy(uid: string): T[] {
    return this.owned.get(uid)?.slice() ?? [];
  }

  get size(): number {
    return this.byName.size;
  }

  all(): T[] {
    return Array.from(this.byName.values(), ({ object }) => object);
  }

  unreadable(): UnreadableObject[] {
    return Array.from(this.odd, ([name, { why }]) => ({ name, why }));
  }

  /** Of all, also of those that cannot be read. */
  names(): string[] {
    return [...this.byName.keys(), ...this.odd.keys()];
  }

  /** Whether this very version of it is known. */
  has(name: string, version: string): boolean {
    const known = this.byName.get(name) ?? this.odd.get(name);
    return known?.version === version;
  }

  whyUnreadable(name: string): string | undefined {
    return this.odd.get(name)?.why;
  }

  set(name: string, version: string, object: T): ObjectChange<T> {
    const before = this.remove(name);
    this.byName.set(name, { version, object });
    this.uids.set(object.metadata.uid, object);
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const siblings = this.owned.get(uid);
      if (siblings) {
        siblings.push(object);
      } else {
        this.owned.set(uid, [object]);
      }
    }
    return { before, after: object };
  }

  /** It is there as this version, of which nothing can be read. */
  setUnreadable(name: string, version: string, why: string): ObjectChange<T> {
    const before = this.remove(name);
    this.odd.set(name, { version, why });
    return { before };
  }

  delete(name: string): ObjectChange<T> {
    return { before: this.remove(name) };
  }

  private remove(name: string): T | undefined {
    this.odd.delete(name);
    const object = this.get(name);
    if (!object) {
      return undefined;
    }
    this.byName.delete(name);
    this.uids.delete(object.metadata.uid);
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const siblings = this.owned.get(uid) ?? [];
      const others = siblings.filter(each => each !== object);
      if (others.length > 0) {
        this.owned.set(uid, others);
      } else {
        this.owned.delete(uid);
      }
    }
    return object;
  }
}
