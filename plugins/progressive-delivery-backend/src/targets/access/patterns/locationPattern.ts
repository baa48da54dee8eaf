import { isPlain } from '@progressive-delivery/engine';

/**
 * Where the catalog read an entity, as patterns of rules are compared with it: `undefined` where `..`, in whatever
 * spelling, could lead out of what a pattern permits.
 */
export function catalogLocation(location: string): string | undefined {
  return isPlain(location) ? locationPattern(location) : undefined;
}

/** A pattern for what {@link catalogLocation} gives; hosts are compared without case. */
export function locationPattern(pattern: string): string {
  return pattern.replace(/^[\w-]+:\w+:\/\/[^/]*/, beginning =>
    beginning.toLowerCase(),
  );
}
