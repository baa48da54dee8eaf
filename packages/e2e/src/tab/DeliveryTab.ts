import type { Page } from 'playwright-core';
import { Target } from './Target';

/** The tab "Progressive delivery" of a component. */
export class DeliveryTab {
  constructor(private readonly page: Page) {}

  /** @param title what people call the target: its Application's name */
  target(title: string): Target {
    return new Target(
      this.page,
      this.page.getByRole('region', { name: title, exact: true }),
    );
  }

  /** What it says of a target that cannot be used. */
  async unusable(reference: string): Promise<string> {
    return this.page
      .getByText(`${reference} cannot be used`)
      .locator('..')
      .innerText();
  }
}
