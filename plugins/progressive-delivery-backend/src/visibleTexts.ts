import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '@progressive-delivery/engine';

/** The same with {@link visibleLines} for each text in it. */
export function visibleTexts(value: unknown): unknown {
  if (typeof value === 'string') {
    return visibleLines(value);
  }
  if (Array.isArray(value)) {
    return value.map(visibleTexts);
  }
  return isMapping(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, visibleTexts(each)]),
      )
    : value;
}
