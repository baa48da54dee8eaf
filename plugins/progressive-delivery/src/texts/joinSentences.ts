/** One text of several sentences, whether or not they end with a full stop. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .map(sentence => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}
