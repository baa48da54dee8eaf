import { poll } from './poll';

/** Waits until a server answers with success. */
export async function waitForHttp(
  url: string,
  options: { what: string; seconds: number; signal?: AbortSignal },
): Promise<void> {
  await poll({
    ...options,
    try: async () => {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(2_000),
      });
      await response.arrayBuffer();
      return response.ok ? true : undefined;
    },
  });
}
