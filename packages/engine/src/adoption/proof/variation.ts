import { differences, FieldPath } from './comparing/differences';
import { HelmResult } from './helm/Helm';
import { pairObjects } from './comparing/pairObjects';
import {
  keyOf,
  readRendering,
  RenderedObject,
} from './comparing/RenderedObject';

/** Whether a field of an object is different each time it is rendered, such as by `randAlphaNum`. */
export type Variation = (object: RenderedObject, path: FieldPath) => boolean;

/** @param again - the same chart with the same values, rendered once more */
export function readVariation(
  objects: readonly RenderedObject[],
  again: HelmResult,
): Variation {
  const paired =
    again.state === 'rendered'
      ? pairObjects(objects, readRendering(again.text))
      : undefined;
  const varying = new Map(
    paired?.state === 'paired'
      ? paired.pairs.map(([object, other]) => [
          keyOf(object),
          new Set(
            differences(object.content, other.content).map(path =>
              JSON.stringify(path),
            ),
          ),
        ])
      : [],
  );
  return (object, path) =>
    varying.get(keyOf(object))?.has(JSON.stringify(path)) ?? false;
}
