const DIGEST = /@[\w+.-]+:[0-9a-fA-F]{32,}$/;
const IMAGE = /^[\w./:@-]{1,512}$/;

/** The reference of a container image without a user and password before its host; `undefined` for what is no image. */
export function imageWithoutUserInformation(image: string): string | undefined {
  const [digest = ''] = image.slice(-300).match(DIGEST) ?? [];
  const name = image.slice(0, image.length - digest.length);
  const shown = `${name.slice(name.lastIndexOf('@') + 1)}${digest}`;
  return IMAGE.test(shown) ? shown : undefined;
}
