import { eventually, EventuallyOptions } from './eventually';

/** Waits until a server answers with success. */
export async function waitForHttp(
  url: string,
  { what, ...options }: EventuallyOptions & { what: string },
): Promise<void> {
  await eventually(
    what,
    async () => {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      if (!response.ok) {
        throw new Error(`${url} answers ${response.status}`);
      }
    },
    options,
  );
}
