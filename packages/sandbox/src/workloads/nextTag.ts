/** A tag that has not been deployed yet: its last number counted up. */
export function nextTag(tag: string): string {
  const [, before, number, after] = /^(.*?)(\d+)(\D*)$/.exec(tag) ?? [];
  return number === undefined
    ? `${tag}-1`
    : `${before}${Number(number) + 1}${after}`;
}
