import { isMergeKey } from './goSchema';
import { isMapping } from './isMapping';
import { YamlError } from './YamlError';

/** What a node stands for with its aliases written out. */
interface Extent {
  nodes: number;
  characters: number;
  levels: number;
}

export interface ExpandLimits {
  /** Nodes that a document with aliases may stand for. */
  nodes: number;
  /** Levels, those that aliases add included. */
  levels: number;
}

/** Characters that a document with aliases may stand for. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/**
 * A document that was read, with every alias written out as a copy and every merge key merged. What it stands for is
 * known before anything is copied, in the time that the document itself takes: a few lines of aliases can stand for more
 * than fits into memory, or contain themselves.
 *
 * @throws {@link YamlError} where it stands for too much
 */
export function expand(document: unknown, limits: ExpandLimits): unknown {
  const { characters, levels, nodes } = extentOf(document, new Map());
  if (levels > limits.levels) {
    throw new YamlError(file => ({
      id: 'nestedTooDeep',
      parameters: { file, levels: limits.levels },
    }));
  }
  if (nodes > limits.nodes) {
    throw new YamlError(file => ({
      id: 'tooManyAliased',
      parameters: { file, values: limits.nodes },
    }));
  }
  if (characters > MOST_CHARACTERS) {
    throw new YamlError(file => ({
      id: 'aliasedTooLarge',
      parameters: { file, mebibytes: 32 },
    }));
  }
  return copy(document);
}

/** Each node is looked at once, however many aliases there are of it. */
function extentOf(
  value: unknown,
  known: Map<unknown, Extent | 'within'>,
): Extent {
  if (typeof value !== 'object' || value === null) {
    const characters = typeof value === 'string' ? value.length : 0;
    return { nodes: 1, characters, levels: 0 };
  }
  const before = known.get(value);
  if (before === 'within') {
    throw new YamlError(file => ({
      id: 'aliasOfItself',
      parameters: { file },
    }));
  }
  if (before) {
    return before;
  }
  known.set(value, 'within');
  const extent = { nodes: 1, characters: 0, levels: 0 };
  for (const [key, below] of Object.entries(value)) {
    const { characters, levels, nodes } = extentOf(below, known);
    extent.nodes += nodes;
    extent.characters += key.length + characters;
    extent.levels = Math.max(extent.levels, levels + 1);
  }
  known.set(value, extent);
  return extent;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copy);
  }
  if (!isMapping(value)) {
    // As a value it merges nothing.
    return isMergeKey(value) ? '<<' : value;
  }
  const copied = new Map<string, unknown>();
  merge(value, copied);
  return Object.fromEntries(copied);
}

/** In the order of the text, each over what was there before: Go's yaml v2 does so for merge keys, too. */
function merge(
  from: Record<string, unknown>,
  into: Map<string, unknown>,
): void {
  for (const [key, value] of Object.entries(from)) {
    if (!isMergeKey(key)) {
      into.set(key, copy(value));
    } else {
      // Of several the first wins.
      for (const each of Array.isArray(value) ? value.toReversed() : [value]) {
        if (!isMapping(each)) {
          throw new YamlError(file => ({
            id: 'mergesNoMapping',
            parameters: { file },
          }));
        }
        merge(each, into);
      }
    }
  }
}
