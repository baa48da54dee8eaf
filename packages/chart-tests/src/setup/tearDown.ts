/** After the end-to-end tests: ends the sandbox that was started for them. */
export default async function tearDown(): Promise<void> {
  await globalThis.ownSandbox?.end();
}
