import {
  FieldDifference,
  FieldPath,
  hiddenValue,
  ObjectReference,
  visibleLines,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../yaml/isMapping';
import { Fields, fieldOf } from '../manifests/fields';
import { Manifest, referenceTo } from '../manifests/manifests';
import { heldTexts } from './heldTexts';
import { SecretTexts } from './SecretTexts';
import { holdsSecrets, shownFieldsOf } from './shown/shownFields';
import { isOwnField, ruleOfField, ShownRule } from './shown/ShownRule';
import { withoutUserInformation } from './withoutUserInformation';
import { imageWithoutUserInformation } from './imageWithoutUserInformation';

/** What names, quantities and keywords of Kubernetes are made of. */
const WORD = /^[\w.:/~%*+\-[\]']{0,316}$/;
const LONGEST_KEY = 1024;
/** Longer texts are not shown at all: a comparison holds little more of one document. */
const LONGEST_TEXT = 32 * 1024;
const LONGEST_EXPRESSION = 4 * 1024;

/** Follows what is different in the second document: without it a patch would take both for the same. */
const SECOND = '\ue000';

/** Both sides of a comparison as they may be shown. */
export interface MaskedDocuments {
  before?: unknown;
  after?: unknown;
}

/**
 * Decides what of two renderings may be shown, and is the only one that does: for previews, and for what is put into pull
 * requests, outputs and logs. It masks what was compared before, so that nothing depends on what is hidden.
 *
 * - What `shown/` lists for a kind is shown to all who may see comparisons; keys of mappings are, too.
 * - Everything else is a {@link hiddenValue}, unless `values` asks for it.
 * - What Secrets hold is never shown, in whatever object it stands, as a key or as a value; an object that embeds a Secret
 *   is shown as without `values`.
 */
export class Masker {
  /**
   * @param manifests - those of both renderings, for what their Secrets hold
   * @param values - whether to show values to those who may see them (`progressive-delivery.comparison.values.read`)
   */
  static async create(
    manifests: Iterable<Manifest>,
    { signal, values }: { values: boolean; signal?: AbortSignal },
  ): Promise<Masker> {
    return new Masker(await SecretTexts.of(manifests, { signal }), values);
  }

  private constructor(
    private readonly texts: SecretTexts,
    private readonly values: boolean,
  ) {}

  /** A name, in a sentence or a reference. */
  name(name: string): string {
    return this.key(name);
  }

  /** A number in a sentence. */
  number(value: number): string {
    return this.texts.has(String(value)) ? hiddenValue.alone : String(value);
  }

  reference(manifest: Manifest): ObjectReference {
    const { apiVersion, kind, name, namespace } = referenceTo(manifest);
    return {
      apiVersion,
      kind,
      namespace: namespace && this.name(namespace),
      name: this.name(name),
    };
  }

  /**
   * Both documents, for a patch: {@link Masker.patch} finishes it. Of what is added or removed, one is absent.
   *
   * @param aligned - the second document, as far as it means the same written as the first
   */
  documents(
    before: Manifest | undefined,
    after: Manifest | undefined,
    aligned: unknown,
  ): MaskedDocuments {
    const masking = this.masking(before, after);
    return {
      before: before && masking.value(before, aligned, ruleFor(before)),
      after: after && masking.value(aligned, before, ruleFor(after), SECOND),
    };
  }

  /** A patch of masked documents, as it is shown. */
  static patch(patch: string): string {
    return patch.replaceAll(SECOND, '');
  }

  /** Differences of two documents that were compared as they are. */
  *differences({
    after,
    before,
    differences,
  }: {
    before: Manifest;
    after: Manifest;
    differences: readonly FieldDifference[];
  }): Generator<FieldDifference> {
    const masking = this.masking(before, after);
    const [ruleBefore, ruleAfter] = [ruleFor(before), ruleFor(after)];
    for (const difference of differences) {
      const { change, movedFrom, path } = difference;
      const old = masking.path(movedFrom ?? path, ruleBefore);
      const current = masking.path(path, ruleAfter);
      const masked: FieldDifference = {
        ...difference,
        path: change === 'removed' ? old.path : current.path,
      };
      if (movedFrom) {
        masked.movedFrom = old.path;
      }
      if (change !== 'added') {
        masked.before = masking.value(
          difference.before,
          difference.after,
          old.rule,
        );
      }
      if (change !== 'removed') {
        masked.after = masking.value(
          difference.after,
          difference.before,
          current.rule,
        );
      }
      yield masked;
    }
  }

  private masking(before?: Manifest, after?: Manifest): Masking {
    const either = [before, after].filter(each => each !== undefined);
    const reveal =
      this.values &&
      !either.some(each => holdsSecrets(each) || heldTexts(each).embeds);
    return new Masking(this.texts, text => this.key(text), reveal);
  }

  private key(text: string): string {
    if (text.length > LONGEST_KEY) {
      return hiddenValue.alone;
    }
    const shown = withoutUserInformation(text);
    return this.texts.has(shown)
      ? hiddenValue.alone
      : visibleText(this.texts.mask(shown));
  }
}

/** The masking of one document. */
class Masking {
  constructor(
    private readonly texts: SecretTexts,
    private readonly key: (text: string) => string,
    /** Whether to show what no rule shows. */
    private readonly reveal: boolean,
  ) {}

  /** @param mark - to follow what is different */
  value(
    value: unknown,
    other: unknown,
    rule: ShownRule | undefined,
    mark = '',
  ): unknown {
    if (Array.isArray(value)) {
      const others = counterparts(value, other);
      return value.map((item, index) =>
        this.value(item, others[index], rule, mark),
      );
    }
    if (isMapping(value)) {
      return this.fields(value, other, rule, mark);
    }
    const shown = this.scalar(value, rule);
    if (shown === value) {
      return value;
    }
    if (other === undefined) {
      return shown ?? hiddenValue.alone;
    }
    const same = Object.is(value, other);
    if (shown !== undefined && (same || shown !== this.scalar(other, rule))) {
      return shown;
    }
    return same ? hiddenValue.same : `${hiddenValue.different}${mark}`;
  }

  path(
    path: FieldPath,
    rule: ShownRule | undefined,
  ): { path: FieldPath; rule: ShownRule | undefined } {
    let inner = rule;
    const masked = path.map(segment => {
      switch (typeof segment) {
        case 'string': {
          const name = isOwnField(inner, segment) ? segment : this.key(segment);
          inner = ruleOfField(inner, segment);
          return name;
        }
        case 'object':
          return Object.fromEntries(
            Object.entries(segment).map(([key, value]) => [
              key,
              this.keyValue(value, ruleOfField(inner, key)),
            ]),
          );
        case 'number':
          return segment;
        default:
          return segment satisfies never;
      }
    });
    return { path: masked, rule: inner };
  }

  private keyValue(
    value: string | number | boolean,
    rule: ShownRule | undefined,
  ): string | number | boolean {
    const shown = this.scalar(value, rule);
    return shown === value ? value : String(shown ?? hiddenValue.alone);
  }

  private fields(
    fields: Fields,
    other: unknown,
    rule: ShownRule | undefined,
    mark: string,
  ): Fields {
    const names = new Map<string, number>();
    return Object.fromEntries(
      Object.entries(fields).map(([key, value]) => {
        const name = isOwnField(rule, key) ? key : this.key(key);
        // Two keys may be the same without what is hidden.
        const count = (names.get(name) ?? 0) + 1;
        names.set(name, count);
        return [
          count > 1 ? `${name} (${count})` : name,
          this.value(value, fieldOf(other, key), ruleOfField(rule, key), mark),
        ];
      }),
    );
  }

  /** As it may be shown; `undefined` where it may not. */
  private scalar(value: unknown, rule: ShownRule | undefined): unknown {
    const known = typeof rule === 'string';
    if (!known && !this.reveal) {
      return undefined;
    }
    if (typeof value !== 'string') {
      return this.texts.has(String(value)) ? undefined : value;
    }
    const text = known && !this.reveal ? shape(value, rule) : value;
    if (
      text === undefined ||
      text.length > LONGEST_TEXT ||
      this.texts.has(text)
    ) {
      return undefined;
    }
    const words = rule !== 'word' && rule !== 'image';
    return visibleLines(this.texts.mask(text, { words }));
  }
}

function ruleFor(manifest: Manifest): ShownRule {
  return shownFieldsOf(manifest);
}

/** What is shown of a text under a rule; `undefined` where it is none of its kind. */
function shape(
  text: string,
  rule: 'word' | 'text' | 'image',
): string | undefined {
  switch (rule) {
    case 'word':
      return WORD.test(text) ? text : undefined;
    case 'text':
      return text.length > LONGEST_EXPRESSION
        ? undefined
        : withoutUserInformation(text);
    case 'image':
      return imageWithoutUserInformation(text);
    default:
      return rule satisfies never;
  }
}

/** The items of another list that stand for the same: the same one, the one of that name, or the one in that place. */
function counterparts(items: unknown[], other: unknown): unknown[] {
  if (!Array.isArray(other)) {
    return [];
  }
  const others = new Set<unknown>(other.filter(isMapping));
  const byName = named(other);
  const names = named(items);
  return items.map((item, index) => {
    if (others.has(item)) {
      return item;
    }
    return byName && names ? byName.get(fieldOf(item, 'name')) : other[index];
  });
}

/** Items by their names; `undefined` where one has none, or two have the same. */
function named(items: unknown[]): Map<unknown, unknown> | undefined {
  const byName = new Map(items.map(item => [fieldOf(item, 'name'), item]));
  return byName.has(undefined) || byName.size !== items.length
    ? undefined
    : byName;
}
