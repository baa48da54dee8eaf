import { loadAll, LoadOptions, YAMLException } from 'js-yaml';
import { expand } from './expand';
import { goFloatSchema, goSchema } from './goSchema';
import { YamlError, YamlReason } from './YamlError';

const MEBIBYTE = 1024 * 1024;

/** Deeper than anything that Kubernetes, helm or kustomize read. */
export const DEEPEST = 100;
/** Values that aliases stand for when nothing else is said: copying so many takes some milliseconds. */
const MOST_EXPANDED = 20_000;
/** All that can be an alias or a merge key, and some texts. */
const MAY_BE_ALIASED = /(?:^|[\s,[{:])\*\S|<</m;
/** Characters that are read when nothing else is said: a values file of this size takes 0.1 s. */
const MOST_CHARACTERS = MEBIBYTE;

export interface YamlOptions {
  /** Characters of the text that are read at most; default 1 Mi. */
  characters?: number;
  /** Values of a document with aliases, these written out; default 20,000 and one for every eight characters. */
  expandsTo?: number;
  /** Whether a key that stands twice is an error; default false, the last one counts, as it does for Argo CD and helm. */
  uniqueKeys?: boolean;
  /**
   * What a whole number is that JavaScript cannot hold exactly: the text that it is, which is the default, or the float
   * that Helm makes of it, for what is written again.
   */
  largeIntegers?: 'text' | 'float';
}

/**
 * The documents of a YAML stream, as Go reads them (see {@link goScalar}), aliases and merge keys written out so that
 * nothing is shared. The time that it takes is bounded by the length of the text and by what aliases stand for: it may
 * be hostile.
 *
 * @throws {@link YamlError} where it is not valid, too long, nested too deep, or stands for too much
 */
export function loadYamlDocuments(
  text: string,
  {
    characters = MOST_CHARACTERS,
    expandsTo = MOST_EXPANDED + Math.ceil(text.length / 8),
    uniqueKeys = false,
    largeIntegers = 'text',
  }: YamlOptions = {},
): unknown[] {
  if (text.length > characters) {
    throw new YamlError(file => ({
      id: 'textTooLong',
      parameters: { file, characters },
    }));
  }
  const options: LoadOptions & { maxDepth: number } = {
    schema: largeIntegers === 'float' ? goFloatSchema : goSchema,
    json: !uniqueKeys,
    maxDepth: DEEPEST,
  };
  let documents: unknown[];
  try {
    documents = loadAll(text, undefined, options);
  } catch (error) {
    throw new YamlError(file => reasonOf(error, file));
  }
  return MAY_BE_ALIASED.test(text)
    ? documents.map(document =>
        expand(document, { levels: DEEPEST, nodes: expandsTo }),
      )
    : documents;
}

/**
 * The one document of a file; `undefined` where there is none.
 *
 * @throws {@link YamlError} as {@link loadYamlDocuments} does, and where there are several
 */
export function loadYaml(text: string, options?: YamlOptions): unknown {
  const documents = loadYamlDocuments(text, options).filter(
    document => document !== null && document !== undefined,
  );
  if (documents.length > 1) {
    throw new YamlError(file => ({
      id: 'severalDocuments',
      parameters: { file },
    }));
  }
  return documents[0];
}

/** The parser quotes what it does not understand, and that may be a secret. */
function withoutQuotes(reason: string): string {
  return reason.slice(0, 500).replace(/".*"|<.*>/g, '•••');
}

function reasonOf(error: unknown, file: string): YamlReason {
  if (error instanceof YAMLException) {
    const { mark, reason } = error;
    return reason.startsWith('nesting exceeded')
      ? { id: 'nestedTooDeep', parameters: { file, levels: DEEPEST } }
      : {
          id: 'yamlInvalid',
          parameters: {
            file,
            line: (mark?.line ?? 0) + 1,
            message: withoutQuotes(reason),
          },
        };
  }
  throw error;
}
