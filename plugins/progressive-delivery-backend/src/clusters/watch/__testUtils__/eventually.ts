/** Much longer than anything takes: a busy machine is no failure. */
const LIMIT_MILLISECONDS = 30_000;

/** Waits until an expectation holds. */
export async function eventually(
  expectation: () => void | Promise<void>,
): Promise<void> {
  const end = Date.now() + LIMIT_MILLISECONDS;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
