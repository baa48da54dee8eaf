import type { Locator } from 'playwright-core';

/** The dialog that shows what a switch would do, and opens the pull request for it. */
export class Preview {
  constructor(private readonly dialog: Locator) {}

  title(): Promise<string> {
    return this.dialog.getByRole('heading', { level: 2 }).innerText();
  }

  /** What will happen, in a sentence. */
  async sentence(): Promise<string> {
    return this.dialog
      .locator('p')
      .filter({ hasText: /becomes|changes/ })
      .first()
      .innerText();
  }

  /** The value of the switch before and after. */
  async valuesChange(): Promise<{ removed: string[]; added: string[] }> {
    const change = this.dialog.getByRole('group', { name: 'Values change' });
    return {
      removed: await change.locator('del').allTextContents(),
      added: await change.locator('ins').allTextContents(),
    };
  }

  /** A line for each manifest that changes, such as "Deployment agents → Rollout agents". */
  async manifestChanges(): Promise<string[]> {
    const texts = await this.dialog
      .getByRole('button', { expanded: undefined })
      .filter({ hasText: /→|changes|is added|is removed/ })
      .allInnerTexts();
    // The number of fields stands on a line of its own.
    return texts.map(text => text.split('\n')[0]);
  }

  /** The fields that differ, each as its path. */
  changedFields(): Promise<string[]> {
    return this.dialog
      .getByRole('table', { name: /^Changes of / })
      .getByRole('rowheader')
      .locator('> span:first-child')
      .allInnerTexts();
  }

  async giveReason(reason: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  }

  /** Opens the pull request and answers the link to it. */
  async openPullRequest(): Promise<Locator> {
    await this.dialog
      .getByRole('button', { name: 'Open pull request' })
      .click();
    const link = this.dialog.getByRole('link', { name: /^Pull request #/ });
    await link.waitFor();
    return link;
  }

  /** Closes it, with nothing done. */
  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Cancel' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Closes it, after the pull request was opened. */
  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
