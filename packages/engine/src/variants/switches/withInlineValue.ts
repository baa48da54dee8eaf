import { dumpYaml } from '../../yaml/dumpYaml';
import { isMapping } from '../../yaml/isMapping';
import { SwitchPath } from '../../switches/switchPath';
import { parseKustomization } from '../../overlays/kustomize/kustomization';

/** A kustomization with a value in its `valuesInline`; `undefined` where these cannot be added to. */
export function withInlineValue(
  text: string,
  { file, index }: { file: string; index: number },
  path: SwitchPath,
  value: boolean,
): string | undefined {
  const kustomization = parseKustomization(Buffer.from(text), file);
  const chart = kustomization.helmCharts?.[index];
  const valuesInline = chart && withValue(chart.valuesInline, path, value);
  if (valuesInline === undefined) {
    return undefined;
  }
  const after = dumpYaml({
    ...kustomization,
    helmCharts: kustomization.helmCharts?.map((each, at) =>
      at === index ? { ...each, valuesInline } : each,
    ),
  });
  // What is written anew is looked at anew, like all that kustomize is given.
  parseKustomization(Buffer.from(after), file);
  return after;
}

/** `undefined` where something else than a mapping is on the way. */
function withValue(values: unknown, path: SwitchPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value;
  }
  const map = values ?? {};
  if (!isMapping(map)) {
    return undefined;
  }
  const below = withValue(
    Object.hasOwn(map, key) ? map[key] : undefined,
    rest,
    value,
  );
  return below === undefined ? undefined : { ...map, [key]: below };
}
