const SECRET_WORDS =
  /pass(?:word|wd|phrase)?|secret|token|credential|api-?_?key|access-?_?key|private-?_?key|encryption-?_?key|signing-?_?key|license-?_?key|connection-?_?string|^dsn$|^auth$|^key$|cert(?:ificate)?$|\bjwt\b/i;

/** What names a Secret instead of holding its value. */
const REFERENCES =
  /(?:name|names|ref|refs|reference|enabled|create|mount|path|file|class|type|namespace|ttl|expiry|expiration|seconds|length)$/i;

/** Whether what stands under a key of somebody's values is likely to be a secret. */
export function namesSecret(key: string): boolean {
  return SECRET_WORDS.test(key) && !REFERENCES.test(key);
}
