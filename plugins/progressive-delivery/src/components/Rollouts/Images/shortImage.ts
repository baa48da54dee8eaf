/** As many digits of a digest as tell two releases apart. */
const DIGEST_DIGITS = 12;

/**
 * An image without its registry and path, its digest cut: `registry.example.com/team/agents:1.2.0@sha256:5a9d29a5...`
 * as `agents:1.2.0@5a9d29a5cc7f`.
 */
export function shortImage(image: string): string {
  const [name, digest] = image.slice(image.lastIndexOf('/') + 1).split('@');
  const digits = digest?.slice(digest.indexOf(':') + 1);
  return digits ? `${name}@${digits.slice(0, DIGEST_DIGITS)}` : name;
}
