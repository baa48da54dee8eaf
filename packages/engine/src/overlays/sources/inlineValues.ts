import { isMapping } from '../../yaml/isMapping';
import { cannotPreview } from '../../cannotPreview';
import { readYaml } from '../../yaml/readYaml';

/**
 * Values that stand in an Application as YAML text.
 *
 * @param place - whose field they are, and which, as errors name it
 * @throws InputError where they are no mapping
 */
export function parseInline(
  text: string,
  place: string,
): Record<string, unknown> {
  const values = readYaml(text, place) ?? {};
  if (!isMapping(values)) {
    throw cannotPreview({ id: 'notMapping', parameters: { file: place } });
  }
  return values;
}

/** What `helm --set name=value` means for plain paths; lists and several values at once are left to helm. */
export function parameterValues(parameter: {
  name: string;
  value: string;
  forceString: boolean;
}): Record<string, unknown> {
  const segments = parameter.name
    .split(/(?<!\\)\./)
    .map(segment => segment.replaceAll('\\.', '.'));
  return segments.reduceRight<unknown>(
    (below, segment) => ({ [segment]: below }),
    typed(parameter),
  ) as Record<string, unknown>;
}

function typed({
  value,
  forceString,
}: {
  value: string;
  forceString: boolean;
}) {
  if (forceString) {
    return value;
  }
  // As helm does (v3 pkg/strvals typedVal): whatever the case.
  switch (value.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      // A number, unless it begins with a zero.
      return /^(0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
  }
}
