import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds in what a selector finds. */
export async function accessibilityFaults(
  page: Page,
  ours: string,
): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async selector => {
    const { violations } = await (
      window as unknown as { axe: typeof import('axe-core') }
    ).axe.run(document.querySelector(selector) ?? document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ help, id, nodes }) =>
      nodes.map(
        ({ failureSummary = '', html }) =>
          `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary
            .replace(/\s+/g, ' ')
            .slice(0, 200)}`,
      ),
    );
  }, ours);
}
