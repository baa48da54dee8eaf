import type { Locator, Page } from 'playwright-core';
import { DeliveryTab } from '../tab/DeliveryTab';
import { seen } from '../tab/seen';

/** The page "Progressive delivery", which lists all components. */
export class FleetList {
  /** Opens it from the sidebar. */
  static async open(page: Page): Promise<FleetList> {
    await page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Progressive delivery', exact: true })
      .click();
    return new FleetList(page);
  }

  /** Opens it by its URL. */
  static async at(page: Page, url: string): Promise<FleetList> {
    await page.goto(`${url}/progressive-delivery`);
    return new FleetList(page);
  }

  private constructor(private readonly page: Page) {}

  /** The components that it shows, in its order. */
  components(): Promise<string[]> {
    return this.table.getByRole('rowheader').allInnerTexts();
  }

  /** What it says of a component, by column, a line for each paragraph. */
  async row(component: string): Promise<Record<string, string>> {
    const [, ...columns] = await this.table
      .getByRole('columnheader')
      .allInnerTexts();
    const cells = await this.table
      .getByRole('row')
      .filter({ has: this.nameOf(component) })
      .getByRole('cell')
      .allInnerTexts();
    return Object.fromEntries(
      cells.map((cell, index) => [
        columns[index],
        seen(cell).replace(/\n+/g, '\n'),
      ]),
    );
  }

  /** Its filters, each with how many components it finds, such as "All (3)". */
  async filters(): Promise<string[]> {
    return this.page
      .getByRole('list', { name: 'Filter' })
      .getByRole('listitem')
      .allInnerTexts();
  }

  /** @param name - of a filter, less how many components it finds */
  async filterBy(name: string): Promise<void> {
    await this.page
      .getByRole('list', { name: 'Filter' })
      .getByRole('button', { name })
      .click();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search' }).fill(text);
  }

  /** Leads to the component's tab. */
  async follow(component: string): Promise<DeliveryTab> {
    await this.nameOf(component).getByRole('link').click();
    return new DeliveryTab(this.page);
  }

  private get table(): Locator {
    return this.page.getByRole('table', { name: 'Components' });
  }

  private nameOf(component: string): Locator {
    return this.page.getByRole('rowheader', { name: component, exact: true });
  }
}
