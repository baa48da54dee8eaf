import { FieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { YamlLine } from '../../../Yaml/YamlLine';
import { yamlTokens } from '../../../Yaml/yamlTokens';

/** A field, or an item of a list with as many of its fields as stand before the line that is read. */
type Place =
  | { column: number; key: string }
  | { column: number; fields: Map<string, string> };

/** Follows where lines of a YAML document stand in it, as far as the lines before them tell. */
export class YamlPlaces {
  private places: Place[] = [];

  /** Lines are left out: what the next ones belong to is not known. */
  skip(): void {
    this.places = [];
  }

  next({ inText, text }: YamlLine): void {
    if (inText || text.trim() === '') {
      return;
    }
    let column = text.search(/[^ ]/);
    this.places = this.places.filter(place => place.column < column);
    while (/^-(?: |$)/.test(text.slice(column))) {
      this.places.push({ column, fields: new Map() });
      const spaces = /^-( *)/.exec(text.slice(column))?.[1].length ?? 0;
      column += 1 + spaces;
    }
    const key = yamlTokens(text).find(({ kind }) => kind === 'key');
    if (key) {
      const name = unquoted(text.slice(key.start, key.end));
      const item = this.places.at(-1);
      if (item && 'fields' in item) {
        item.fields.set(name, unquoted(text.slice(key.end + 1).trim()));
      }
      this.places.push({ column, key: name });
    }
  }

  /** Whether the last line may belong to a field, or to what is in it. */
  mayBeIn(path: FieldPath): boolean {
    const [first] = this.places;
    if (!first) {
      return false;
    }
    const isWhole = first.column === 0;
    return path.some((_, start) => {
      const rest = path.slice(start);
      return (
        (start === 0 || !isWhole) &&
        rest.length <= this.places.length &&
        rest.every((segment, index) => mayBe(this.places[index], segment))
      );
    });
  }
}

function mayBe(place: Place, segment: FieldPath[number]): boolean {
  if ('key' in place) {
    return place.key === segment;
  }
  switch (typeof segment) {
    case 'string':
      return false;
    case 'number':
      return true;
    default:
      return Object.entries(segment).every(
        ([name, value]) =>
          (place.fields.get(name) ?? String(value)) === String(value),
      );
  }
}

function unquoted(text: string): string {
  if (/^'.*'$/.test(text)) {
    return text.slice(1, -1).replace(/''/g, "'");
  }
  return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}
