/** How often a text is decoded again: JSON in JSON, base64 in a URL. */
const DEPTH = 2;

const BASE64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
const HEXADECIMAL = /\b(?:[0-9A-Fa-f]{2}){6,}\b/g;

const controls: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
};

/** What a text says where it is JSON, URL-encoded, base64 or hexadecimal, in whole or in part. */
export function decodings(text: string, depth = DEPTH): string[] {
  const decoded = [
    unescape(text),
    text.replace(BASE64, word => Buffer.from(word, 'base64').toString('utf8')),
    text.replace(HEXADECIMAL, word =>
      Buffer.from(word, 'hex').toString('utf8'),
    ),
  ].filter(each => each !== text);
  return depth === 1
    ? decoded
    : decoded.flatMap(each => [each, ...decodings(each, depth - 1)]);
}

function unescape(text: string): string {
  const plain = text.includes('\\')
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code, character) =>
        code === undefined
          ? controls[character] ?? character
          : String.fromCharCode(parseInt(code, 16)),
      )
    : text;
  return /%[0-9a-fA-F]{2}/.test(plain)
    ? plain
        .replaceAll('+', ' ')
        .replace(/(?:%[0-9a-fA-F]{2})+/g, bytes =>
          Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
        )
    : plain;
}
