import { keyOf, nameOf, RenderedObject } from './RenderedObject';

/** The objects of two renderings, side by side; or the first that is in one of them only. */
export type PairedObjects =
  | { state: 'paired'; pairs: [RenderedObject, RenderedObject][] }
  | { state: 'unpaired'; object: string };

/**
 * @param keyAfter - what an object of the first rendering is known by in the second
 */
export function pairObjects(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
  keyAfter: (object: RenderedObject) => string = keyOf,
): PairedObjects {
  const left = new Map<string, RenderedObject[]>();
  for (const object of after) {
    const key = keyOf(object);
    left.set(key, [...(left.get(key) ?? []), object]);
  }
  const pairs: [RenderedObject, RenderedObject][] = [];
  for (const object of before) {
    const other = left.get(keyAfter(object))?.shift();
    if (!other) {
      return { state: 'unpaired', object: nameOf(object) };
    }
    pairs.push([object, other]);
  }
  const [more] = [...left.values()].flat();
  return more
    ? { state: 'unpaired', object: nameOf(more) }
    : { state: 'paired', pairs };
}
