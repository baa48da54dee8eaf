import { InputError } from '@backstage/errors';
import { holderOf, LaidOutSource } from '../../overlays/layOutSource';
import { OverlayChart } from '../../overlays/sources/Overlay';
import { partsOf } from '../manifests/fields';
import { loadYaml } from '../manifests/kubernetesYaml';
import { namesSecret } from './namesSecret';
import { SecretTexts, secretValuesIn } from './secretTexts';

const ENTRY =
  /^[ \t-]*["']?([\w.-]+)["']?:[ \t]+([^\s#][^\n#]*?)[ \t]*(?:#.*)?$/gm;

const SECRET_KIND = /\bkind['"]?:\s*['"]?Secret\b/;

/**
 * What may be secret in the files that an overlay is rendered from, to be masked in messages of the tools, which quote
 * values: where nothing renders, there is no Secret that could tell. These are values that a template of a Secret
 * refers to, values by whose name they are likely to be secret, and what Secrets among the files hold.
 */
function sourceSecrets(sources: LaidOutSource[]): SecretTexts {
  const found = new Set<string>();
  for (const source of sources) {
    const { layout, overlay } = source;
    for (const path of layout.files.keys()) {
      if (/\.(?:ya?ml|tpl)$/.test(path)) {
        const text = layout.read(path).toString('utf8');
        if (SECRET_KIND.test(text)) {
          documentsIn(text)
            .flatMap(secretValuesIn)
            .forEach(value => found.add(value));
        }
      }
    }
    for (const chart of overlay.charts) {
      const used = usedBySecrets(source, chart);
      for (const values of valuesOf(source, chart)) {
        addValues(values, [], used, found);
      }
    }
  }
  return SecretTexts.from(found);
}

/** Paths of the values that templates with a Secret refer to. */
function usedBySecrets(
  { layout }: LaidOutSource,
  { directory }: OverlayChart,
): Set<string> {
  const used = new Set<string>();
  const below = directory === '.' ? '' : `${directory}/`;
  for (const path of layout.files.keys()) {
    if (path.startsWith(below) && path.includes('templates/')) {
      const text = layout.read(path).toString('utf8');
      if (SECRET_KIND.test(text)) {
        for (const [, reference] of text.matchAll(
          /\.Values\.([A-Za-z0-9_.]+)/g,
        )) {
          used.add(reference);
        }
      }
    }
  }
  return used;
}

/** Of the chart and those within it, and of what is laid over them. */
function valuesOf(laidOut: LaidOutSource, chart: OverlayChart): unknown[] {
  const { layout } = laidOut;
  const below = chart.directory === '.' ? '' : `${chart.directory}/`;
  const own = Array.from(layout.files.keys())
    .filter(path => path.startsWith(below) && path.endsWith('values.yaml'))
    .map(path => layout.read(path));
  const files = chart.layers.flatMap(layer => {
    if (layer.kind === 'inline') {
      return [];
    }
    const holder = holderOf(laidOut, layer).layout;
    return holder.files.has(layer.path) ? [holder.read(layer.path)] : [];
  });
  return [
    ...[...own, ...files].flatMap(content =>
      documentsIn(content.toString('utf8')),
    ),
    ...chart.layers.flatMap(layer =>
      layer.kind === 'inline' ? [layer.values] : [],
    ),
  ];
}

/** Of what is no YAML, such as a template or a broken file, the lines that look like an entry of a mapping. */
function documentsIn(text: string): unknown[] {
  try {
    return loadYaml(text);
  } catch (error) {
    if (error instanceof InputError) {
      return Array.from(text.matchAll(ENTRY), ([, key, value]) => ({
        [key]: value.replace(/^["']|["']$/g, ''),
      }));
    }
    throw error;
  }
}

/** A chart within the chart refers to its values without its own name before them. */
function isUsed(path: string[], used: ReadonlySet<string>): boolean {
  return path.some((_, index) => used.has(path.slice(index).join('.')));
}

function addValues(
  value: unknown,
  path: string[],
  used: ReadonlySet<string>,
  found: Set<string>,
  secret = false,
): void {
  if (typeof value === 'string' || typeof value === 'number') {
    if (secret) {
      found.add(String(value));
    }
    return;
  }
  for (const [key, part] of partsOf(value)) {
    const name = String(key);
    const inner = [...path, name];
    addValues(
      part,
      inner,
      used,
      found,
      secret || namesSecret(name) || isUsed(inner, used),
    );
  }
}

/** An error of the tools with what may be secret masked in its message. */
export function withoutSecrets(
  error: unknown,
  sources: LaidOutSource[],
): unknown {
  return error instanceof InputError
    ? new InputError(sourceSecrets(sources).mask(error.message))
    : error;
}
