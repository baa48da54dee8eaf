import {
  FieldPath,
  hiddenValue,
  visibleLines,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../yaml/isMapping';
import { Fields, fieldOf } from '../manifests/fields';
import { imageWithoutUserInformation } from './imageWithoutUserInformation';
import { SecretTexts } from './SecretTexts';
import { isOwnField, ruleOfField, ShownRule } from './shown/ShownRule';
import { withoutUserInformation } from './withoutUserInformation';

/** What names, quantities and keywords of Kubernetes are made of. */
const WORD = /^[\w.:/~%*+\-[\]']{0,316}$/;
/** Longer texts are not shown at all: a comparison holds little more of one document. */
const LONGEST_TEXT = 32 * 1024;
const LONGEST_EXPRESSION = 4 * 1024;

/** The masking of one document. */
export class Masking {
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
