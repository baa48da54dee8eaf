import type { Locator, Page } from 'playwright-core';

/** So long a template may run. */
const RUN_MILLISECONDS = 120_000;

export interface TemplateInput {
  /** The component's title in the catalog. */
  component: string;
  target: string;
  why: string;
}

/** Runs the template "Switch progressive delivery" and answers the link to the pull request that it ends with. */
export async function runTemplate(
  page: Page,
  { component, target, why }: TemplateInput,
): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Create' })
    .click();
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByRole('textbox', { name: 'Component' }).click();
  await page.getByRole('option', { name: component }).click();
  await page.getByRole('textbox', { name: 'Delivery target' }).fill(target);
  await page.getByRole('textbox', { name: 'Why' }).fill(why);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const link = page.getByRole('link', { name: /^Pull request/ });
  const error = page.getByRole('alert');
  await link.or(error).first().waitFor({ timeout: RUN_MILLISECONDS });
  if (await error.isVisible()) {
    throw new Error(`The template failed: ${await error.innerText()}`);
  }
  return link;
}
