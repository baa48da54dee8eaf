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

  all(): T[] {
    return Array.from(this.byName.values(), ({ object }) => object);
  }

  names(): string[] {
    return Array.from(this.byName.keys());
  }

  /** Whether this very version of it is known. */
  has(name: string, version: string): boolean {
    return this.byName.get(name)?.version === version;
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

  delete(name: string): ObjectChange<T> {
    return { before: this.remove(name) };
  }

  private remove(name: string): T | undefined {
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
