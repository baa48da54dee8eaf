/** Waits until an expectation holds. */
export async function eventually(
  expectation: () => void | Promise<void>,
): Promise<void> {
  const end = Date.now() + 4_000;
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
