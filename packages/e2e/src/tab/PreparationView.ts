import type { Locator, Page } from 'playwright-core';

/** The page that gives a chart the switch. */
export class PreparationView {
  static of(page: Page, chart: string): PreparationView {
    return new PreparationView(
      page.getByRole('region', {
        name: `Prepare ${chart} for progressive delivery`,
      }),
    );
  }

  private constructor(private readonly region: Locator) {}

  /** What it says, once Helm has proved it. */
  async proved(): Promise<string> {
    // Its headings are there before.
    await this.region.getByText(/^helm lint --strict /).waitFor();
    return this.region.innerText();
  }

  /** Opens the pull request and answers what is said of it. */
  async openPullRequest(reason: string): Promise<string> {
    await this.region
      .getByRole('textbox', { name: /Reason for the change/ })
      .fill(reason);
    await this.region
      .getByRole('button', { name: 'Open pull request' })
      .click();
    const link = this.region
      .getByRole('status')
      .getByRole('link', { name: /^Pull request #/ });
    await link.waitFor();
    return link.innerText();
  }

  /** The stages from the chart to its first canary, such as "Merged, done". */
  async stages(): Promise<string[]> {
    return this.region
      .getByRole('list', { name: 'From the chart to the first canary' })
      .getByRole('listitem')
      .allTextContents();
  }

  /** Goes on to the preview of its switch. */
  async previewSwitch(): Promise<void> {
    await this.region.getByRole('link', { name: /^Preview / }).click();
  }
}
