/** Whether SOPS has encrypted a values file: YAML, in which its metadata are a key of the first level, or JSON. */
export function isEncrypted(content: Buffer): boolean {
  return (
    content.includes('ENC[AES256_GCM,') &&
    /^(?:sops:|[ \t]*"sops":)/m.test(content.toString('utf8'))
  );
}
