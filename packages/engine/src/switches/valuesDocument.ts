import { isMapping } from '../yaml/isMapping';
import { loadYamlDocuments } from '../yaml/loadYaml';
import { YamlError } from '../yaml/YamlError';
import { cannotPreview } from '../cannotPreview';
import { LocatedValues, locateValues } from './locateValues';

/** As many as helm lets them stand for (go.yaml.in/yaml/v2 decode.go, allowedAliasRatio). */
const LIMITS = { expandsTo: 400_000 };

const BYTE_ORDER_MARK = '\ufeff';

/** A values file, read as helm reads it. */
export class ValuesDocument {
  /**
   * @param options.helm - the version that reads it, which decides what several documents in one file mean
   * @throws InputError that says where, for what is no YAML mapping, or is larger or deeper than values are
   */
  static parse(
    content: string,
    { file, helm }: { file: string; helm?: string },
  ): ValuesDocument {
    const mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    const text = content.slice(mark.length);
    return new ValuesDocument(
      file,
      helm,
      mark,
      text,
      valuesOf(text, file, helm),
    );
  }

  private found: LocatedValues | undefined;

  private constructor(
    private readonly file: string,
    readonly helm: string | undefined,
    /** The byte order mark, where there is one. */
    readonly mark: string,
    /** Without the byte order mark. */
    readonly text: string,
    /** What helm sees, anchors and merge keys resolved. */
    readonly values: unknown,
  ) {}

  /**
   * Where the values stand in the text. It takes ten times as long as reading them, and is done once.
   *
   * @throws InputError where that cannot be said
   */
  locate(): LocatedValues {
    this.found ??= inputErrors(this.file, () => locateValues(this.text));
    return this.found;
  }
}

function valuesOf(text: string, file: string, helm?: string): unknown {
  const documents = inputErrors(file, () =>
    loadYamlDocuments(text, LIMITS),
  ).map(document => document ?? null);
  const wrong = documents.find(each => each !== null && !isMapping(each));
  if (wrong !== undefined) {
    throw cannotPreview({ id: 'notMapping', parameters: { file } });
  }
  const [first = null, ...others] = documents;
  if (others.every(each => each === null)) {
    return first;
  }
  const version = /^v?(\d+)\.(\d+)/
    .exec(helm ?? '')
    ?.slice(1)
    .map(Number);
  if (!version) {
    throw cannotPreview({
      id: 'severalDocumentsOfValues',
      parameters: { file },
    });
  }
  const [major, minor] = version;
  return major > 4 || (major === 4 && minor >= 3)
    ? documents.reduce(merged, {})
    : first;
}

/** As Helm 4.3 does with the documents of a values file (pkg/chart/v2/loader MergeMaps). */
function merged(before: unknown, after: unknown): unknown {
  if (!isMapping(before) || !isMapping(after)) {
    return isMapping(before) && after === null ? before : after;
  }
  return {
    ...before,
    ...Object.fromEntries(
      Object.entries(after).map(([key, value]) => [
        key,
        isMapping(value) && Object.hasOwn(before, key)
          ? merged(before[key], value)
          : value,
      ]),
    ),
  };
}

function inputErrors<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof YamlError) {
      throw cannotPreview(error.reasonOf(file));
    }
    throw error;
  }
}
