import type { Locator } from 'playwright-core';

type Action = 'Promote' | 'Abort' | 'Retry';

/** What the tab says of one Rollout or Deployment that runs. */
export class Rollout {
  constructor(readonly panel: Locator) {}

  isShown(): Promise<boolean> {
    return this.panel.isVisible();
  }

  /** Such as "Paused". */
  phase(): Promise<string | undefined> {
    return this.text(/^(Healthy|Progressing|Paused|Degraded|Failing|Unknown)$/);
  }

  /** Such as "Step 2 of 2". */
  step(): Promise<string | undefined> {
    return this.text(/^(Step \d+ of \d+|All \d+ steps done)$/);
  }

  /** The step it is at, in words, such as "Pause until promoted". */
  async currentStep(): Promise<string | undefined> {
    const [step] = await this.panel
      .locator('[aria-current=step]')
      .allInnerTexts();
    return step?.split('\n')[0];
  }

  /** Such as "Canary weight: 25% set, 25% actual". */
  weight(): Promise<string | undefined> {
    return this.text(/^Canary weight: /);
  }

  /** The pods of each revision, by its role, such as `{ Canary: ["agents-abc-x1: Running, ready"] }`. */
  async pods(): Promise<Record<string, string[]>> {
    const roles = await this.panel
      .getByText(/^(Stable|Canary|Old)$/)
      .allTextContents();
    const lists = this.panel.getByRole('list', { name: /^Pods of / });
    const pods = roles.map(async (role, index) => [
      role,
      await lists.nth(index).getByRole('listitem').allTextContents(),
    ]);
    return Object.fromEntries(await Promise.all(pods));
  }

  /**
   * Chooses what to do to it and confirms that.
   *
   * @returns what is said before, about what it will do
   */
  async act(action: Action): Promise<string> {
    const name = { name: action, exact: true };
    await this.panel.getByRole('button', name).click();
    const dialog = this.dialogOf(action);
    await dialog.waitFor();
    const said = await dialog.getByRole('paragraph').allInnerTexts();
    await dialog.getByRole('button', name).click();
    await dialog.waitFor({ state: 'hidden' });
    return said.join(' ');
  }

  /** What says what an action will do, before it is confirmed. */
  dialogOf(action: Action): Locator {
    return this.panel
      .page()
      .getByRole('dialog', { name: new RegExp(`^${action}: `) });
  }

  /** The commands that it gives a person to go on with. */
  commands(): Promise<string[]> {
    return this.panel.locator('code').allTextContents();
  }

  private async text(pattern: RegExp): Promise<string | undefined> {
    const [text] = await this.panel.getByText(pattern).allTextContents();
    return text;
  }
}
