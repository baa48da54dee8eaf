const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:|~|null|Null|NULL)$/;
const INTEGER =
  /^[-+]?(?:0[bB][01]+|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** What can be no text, by its first character. */
const TYPED = /^[-+0-9.yYnNtTfFoO~]/;

const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 64n - 1n;

/**
 * What a plain scalar is to Helm, Argo CD and Kubernetes, which read YAML by sigs.k8s.io/yaml: not YAML 1.1, not 1.2,
 * but what resolve.go of go.yaml.in/yaml/v2 v2.4.4 makes of it. `yes` is true there, `0o17` and `017` are 15, dates and
 * `1:30` are texts.
 *
 * A whole number that JavaScript cannot hold exactly stays the text that it is.
 */
export function goScalar(text: string): string | number | boolean | null {
  if (text !== '' && !TYPED.test(text)) {
    return text;
  }
  if (NULL.test(text)) {
    return null;
  }
  if (TRUE.test(text) || FALSE.test(text)) {
    return TRUE.test(text);
  }
  if (text.startsWith('.')) {
    // Here underscores count between digits only.
    const number = text.replace(/(?<=[0-9])_(?=[0-9])/g, '');
    return FLOAT.test(number) || INFINITY.test(text) || NOT_A_NUMBER.test(text)
      ? toFloat(number)
      : text;
  }
  const integer = wholeNumber(text);
  if (integer !== undefined) {
    const number = Number(integer);
    return Number.isSafeInteger(number) ? number : text;
  }
  const plain = text.replaceAll('_', '');
  return FLOAT.test(plain) || INFINITY.test(text) ? toFloat(plain) : text;
}

/** The whole number that a plain scalar is; `undefined` where it is none. */
export function wholeNumber(text: string): bigint | undefined {
  if (!/^[-+0-9]/.test(text)) {
    return undefined;
  }
  const plain = text.replaceAll('_', '');
  if (!INTEGER.test(plain)) {
    return undefined;
  }
  const integer = toInteger(plain);
  return integer >= SMALLEST && integer <= LARGEST ? integer : undefined;
}

function toInteger(text: string): bigint {
  const digits = text.replace(/^[-+]/, '');
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const value = BigInt(octal);
  return text.startsWith('-') ? -value : value;
}

/** One that is too large for a float is a text. */
function toFloat(text: string): number | string {
  if (INFINITY.test(text)) {
    return text.startsWith('-') ? -Infinity : Infinity;
  }
  if (NOT_A_NUMBER.test(text)) {
    return NaN;
  }
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
