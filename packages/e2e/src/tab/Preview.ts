import { eventually } from '@progressive-delivery/sandbox';
import type { Locator, Page } from 'playwright-core';
import { journeyIn } from './journeyIn';

/** The page that shows what a switch would do, and opens the pull request for it. */
export class Preview {
  static on(page: Page): Preview {
    return new Preview(
      page.getByRole('region', { name: /^Turn progressive delivery o/ }),
    );
  }

  private constructor(readonly region: Locator) {}

  title(): Promise<string> {
    return this.region.getByRole('heading', { level: 2 }).innerText();
  }

  /** What will happen, in a sentence. */
  async sentence(): Promise<string> {
    return this.region
      .locator('p')
      .filter({ hasText: /becomes|changes/ })
      .first()
      .innerText();
  }

  /** The value of the switch before and after. */
  async valuesChange(): Promise<{ removed: string[]; added: string[] }> {
    const change = this.region.getByRole('group', { name: 'Values change' });
    return {
      removed: await change.locator('del').allTextContents(),
      added: await change.locator('ins').allTextContents(),
    };
  }

  /** A line for each manifest that changes, such as "Deployment agents → Rollout agents". */
  async manifestChanges(): Promise<string[]> {
    const texts = await this.region
      .getByRole('button', { expanded: undefined })
      .filter({ hasText: /→|changes|is added|is removed/ })
      .allInnerTexts();
    // The number of fields stands on a line of its own.
    return texts.map(text => text.split('\n')[0]);
  }

  /** The fields that differ, each as its path. */
  changedFields(): Promise<string[]> {
    return this.region
      .getByRole('table', { name: /^Changes to / })
      .getByRole('rowheader')
      .locator('> span:first-child')
      .allInnerTexts();
  }

  /** Has the manifests' difference shown in another way. */
  async viewAs(
    view: 'Fields' | 'Unified diff' | 'Side by side',
  ): Promise<void> {
    await this.region.getByRole('button', { name: view }).click();
  }

  /** The difference of the manifests as a text, without its colours. */
  patch(): Promise<string> {
    return this.region.getByRole('table', { name: /^Changes to / }).innerText();
  }

  /** What checks have found, by severity: the sentence that says what was seen. */
  async findings(severity: 'Blocking' | 'Warnings'): Promise<string[]> {
    const items = await this.region
      .getByRole('list', { name: new RegExp(`^${severity} `) })
      .getByRole('listitem')
      .all();
    return Promise.all(
      items.map(item => item.locator('p').first().innerText()),
    );
  }

  /** How many checks ran, found something and could not complete. */
  preflight(): Promise<string> {
    return this.region.getByText(/ checks ran, /).innerText();
  }

  /** Why the pull request cannot be opened; undefined where it can. */
  async whyNotOpen(): Promise<string | undefined> {
    const button = this.openButton;
    if (await button.isEnabled()) {
      return undefined;
    }
    const description = await button.getAttribute('aria-describedby');
    return this.region.locator(`[id="${description}"]`).innerText();
  }

  /** Whether findings can be overridden here. */
  async offersOverride(): Promise<boolean> {
    return (await this.overrides.count()) > 0;
  }

  /** Ticks all that blocks. */
  async overrideAll(): Promise<void> {
    for (const choice of await this.overrides.all()) {
      await choice.check();
    }
  }

  async sayWhyAnyway(reason: string): Promise<void> {
    await this.region
      .getByRole('textbox', { name: /Reason for going ahead/ })
      .fill(reason);
  }

  /** What is said once the pull request is there. */
  async opened(): Promise<string> {
    return this.region.getByRole('status').innerText();
  }

  async giveReason(reason: string): Promise<void> {
    await this.reason.fill(reason);
  }

  /** What was typed as the reason for the change. */
  givenReason(): Promise<string> {
    return this.reason.inputValue();
  }

  /** Waits for what blocks the pull request for the moment, such as a sync. */
  async isUnblocked(): Promise<void> {
    await eventually('nothing blocks it any more', async () => {
      const whyNot = await this.whyNotOpen();
      if (whyNot) {
        const blocking = await this.findings('Blocking');
        await this.checkAgain();
        throw new Error([whyNot, ...blocking].join('\n'));
      }
    });
  }

  /** Opens the pull request, once nothing blocks it, and answers the link to it. */
  async openPullRequest(): Promise<Locator> {
    await this.isUnblocked();
    await this.openButton.click();
    const link = this.region
      .getByRole('status')
      .getByRole('link', { name: /^Pull request #/ });
    await link.waitFor();
    return link;
  }

  /** The stages of a pull request for its switch that is under way, such as "Merged, done". */
  journey(number: number): Promise<string[]> {
    return journeyIn(this.region, number);
  }

  /** Goes back to the targets. */
  async leave(): Promise<void> {
    await this.region
      .getByRole('link', { name: 'All delivery targets' })
      .click();
    await this.region.waitFor({ state: 'detached' });
  }

  private get reason(): Locator {
    return this.region.getByRole('textbox', { name: /Reason for the change/ });
  }

  private async checkAgain(): Promise<void> {
    await this.region.getByRole('button', { name: 'Check again' }).click();
    await this.region
      .getByRole('button', { name: 'Check again', disabled: false })
      .waitFor();
  }

  private get openButton(): Locator {
    return this.region.getByRole('button', { name: 'Open pull request' });
  }

  private get overrides(): Locator {
    return this.region.getByRole('checkbox', {
      name: /^Override this finding/,
    });
  }
}
