import { helperNames } from './helperTemplate';

/**
 * A file for the named templates and a prefix of their names, neither of which the chart or one below it has.
 *
 * @param texts - of all its files, by path
 */
export function placeHelper(
  chart: string,
  texts: ReadonlyMap<string, string>,
): { path: string; prefix: string } {
  const defined = new Set(
    [...texts.values()].flatMap(text =>
      [...text.matchAll(/\b(?:define|block)\s+["`]([^"`]+)["`]/g)].map(
        ([, name]) => name,
      ),
    ),
  );
  const prefixes = ['', '.progressiveDelivery', '.progressiveDeliverySwitch'];
  const prefix = prefixes
    .map(suffix => chart + suffix)
    .find(each => !helperNames.some(name => defined.has(`${each}.${name}`)));
  const path = ['', '-switch', '-switch-2']
    .map(suffix => `templates/_progressive-delivery${suffix}.tpl`)
    .find(each => !texts.has(each));
  return {
    path: path ?? 'templates/_progressive-delivery-switch-3.tpl',
    prefix: prefix ?? `${chart}.progressiveDeliverySwitch2`,
  };
}
