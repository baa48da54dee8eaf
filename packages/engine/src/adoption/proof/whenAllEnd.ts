/** What comes of all of them, like `Promise.all`; where one fails, the others have ended, too, before that is thrown. */
export async function whenAllEnd<Result>(
  promises: readonly Promise<Result>[],
): Promise<Result[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
