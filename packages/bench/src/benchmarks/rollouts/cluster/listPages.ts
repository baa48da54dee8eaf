import { KubernetesClient } from './KubernetesClient';

/** What kubectl asks for, and the backend. */
const PAGE_SIZE = 500;

interface Page {
  metadata: { continue?: string };
  items: unknown[];
}

/** Lists a collection page by page, parsing each as JSON and keeping nothing. */
export async function listPages(
  client: KubernetesClient,
  path: string,
  visit: (item: unknown) => void = () => undefined,
): Promise<{ objects: number; bytes: number }> {
  let objects = 0;
  let bytes = 0;
  let next: string | undefined;
  do {
    const text = await client.get(
      `${path}?limit=${PAGE_SIZE}${
        next ? `&continue=${encodeURIComponent(next)}` : ''
      }`,
    );
    const page: Page = JSON.parse(text);
    page.items.forEach(visit);
    bytes += Buffer.byteLength(text);
    objects += page.items.length;
    next = page.metadata.continue;
  } while (next);
  return { objects, bytes };
}
