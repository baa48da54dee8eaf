import { DeliveryTab, seen } from '@progressive-delivery/e2e';
import { eventually } from '@progressive-delivery/sandbox';
import type { Page } from 'playwright-core';

/** The component, and the workload of the same name. */
export const WORKLOAD = 'agents-controllers';

/**
 * A guest opens the tab of the component, previews what the switch changes in a target, and opens the pull request.
 *
 * @returns what is said of the pull request, such as "Pull request #1 opened"
 */
export async function proposeSwitch(
  page: Page,
  { target, url }: { target: string; url: string },
): Promise<string> {
  await page.goto(
    `${url}/catalog/default/component/${WORKLOAD}/progressive-delivery`,
  );
  await page.getByRole('button', { name: 'Enter' }).click();
  const panel = new DeliveryTab(page).target(target);
  await eventually('the workload can be switched', async () => {
    const { inGit, live } = (await panel.kinds(WORKLOAD)) ?? {};
    const whyNot = await panel.whyNotProposable(WORKLOAD);
    if (inGit !== 'Deployment' || live !== 'Deployment' || whyNot) {
      throw new Error(`${inGit} in Git, ${live} live: ${whyNot}`);
    }
  });
  const preview = await panel.toggle(WORKLOAD);
  await eventually('the preview is rendered', async () => {
    const changes = await preview.manifestChanges();
    if (!changes.includes(`Deployment ${WORKLOAD} → Rollout ${WORKLOAD}`)) {
      throw new Error(`It shows ${changes.join(', ') || 'no changes'}`);
    }
  });
  const pullRequest = await preview.openPullRequest();
  return seen(await pullRequest.innerText());
}
