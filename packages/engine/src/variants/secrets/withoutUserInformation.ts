/** A text without the users and passwords of its URLs, `//user:password@host`; rather too much is cut than too little. */
export function withoutUserInformation(text: string): string {
  return text.replace(/[^\s"'`<>]+/g, word => {
    const scheme = word.indexOf('//');
    const end = word.lastIndexOf('@');
    return scheme !== -1 && end > scheme
      ? `${word.slice(0, scheme + 2)}${word.slice(end + 1)}`
      : word;
  });
}
