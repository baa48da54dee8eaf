import type { Locator, Page } from 'playwright-core';
import { journeyIn } from './journeyIn';
import { Preview } from './Preview';
import { Rollout } from './Rollout';
import { seen } from './seen';

/** One place a component is delivered to, as the tab shows it. */
export class Target {
  constructor(private readonly page: Page, readonly panel: Locator) {}

  /** Such as "Argo CD: Synced, Healthy". */
  async argocd(): Promise<string | undefined> {
    const [text] = await this.panel.getByText(/^Argo CD: /).allTextContents();
    return text && seen(text);
  }

  /** The kinds of a workload; undefined where the workload is not shown. */
  async kinds(
    workload: string,
  ): Promise<{ inGit: string; live: string } | undefined> {
    const cells = await this.row(workload).getByRole('cell').allInnerTexts();
    return cells.length > 0 ? { inGit: cells[0], live: cells[1] } : undefined;
  }

  /** Uses the toggle of a workload, which leads to the preview; waits until it can be used. */
  async toggle(workload: string): Promise<Preview> {
    await this.switchOf(workload).and(this.page.locator('[href]')).click();
    return Preview.on(this.page);
  }

  /** Whether the toggle of a workload has the focus. */
  toggleHasFocus(workload: string): Promise<boolean> {
    return this.switchOf(workload).evaluate(
      toggle => toggle === document.activeElement,
    );
  }

  /** Why no change of a workload's switch can be proposed, as it is said at its toggle; undefined where one can. */
  async whyNotProposable(workload: string): Promise<string | undefined> {
    const descriptions = await this.switchOf(workload).getAttribute(
      'aria-describedby',
    );
    // After where Git stands.
    const reason = descriptions?.split(' ').at(1);
    return reason && this.page.locator(`[id="${reason}"]`).innerText();
  }

  /** What is said at the toggle while a pull request is open, such as "Pull request #1 turns it on". */
  async openPullRequest(workload: string): Promise<string | undefined> {
    const links = await this.row(workload)
      .getByRole('link', { name: /^Pull request #/ })
      .allInnerTexts();
    return links.map(seen).at(0);
  }

  /** The stages of a pull request that is under way, such as "Merged, done". */
  journey(number: number): Promise<string[]> {
    return journeyIn(this.panel, number);
  }

  /** What it says of findings that were overridden for pull requests that are under way. */
  async overridden(): Promise<string[]> {
    return this.panel
      .getByText(/^Preflight findings overridden: /)
      .allInnerTexts();
  }

  /** The pull requests whose journey is over, one line each. */
  async earlierPullRequests(): Promise<string[]> {
    const lines = await this.panel.locator('details p').allTextContents();
    return lines.map(seen);
  }

  /** What the tab says of a workload that runs. */
  running(kind: 'Deployment' | 'Rollout', workload: string): Rollout {
    return new Rollout(
      this.panel.getByRole('region', { name: `${kind} ${workload}` }),
    );
  }

  private row(workload: string): Locator {
    return this.panel.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: workload, exact: true }),
    });
  }

  private switchOf(workload: string): Locator {
    return this.row(workload).getByRole('link', { name: /^Preview as a / });
  }
}
