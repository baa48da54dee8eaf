import { eventually } from '@progressive-delivery/sandbox';
import type { Locator, Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

/** Somebody on their way has found it, or lost it, long before. */
const MOST_PRESSES = 60;

/** A page needs so long to draw what takes the focus. */
const SECONDS = 60;

interface GoToOptions {
  /** Default: Tab. */
  key?: 'Tab' | 'Shift+Tab' | 'ArrowDown';
  /** Where several have its role and name, the part of the page that it is in. */
  within?: Locator;
}

/** Somebody who uses the keyboard alone. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Goes on, key by key, until what has this role and name has the focus.
   *
   * @throws where nothing of the kind gets the focus; says what got it
   */
  async goTo(
    role: Role,
    name: string,
    { key = 'Tab', within }: GoToOptions = {},
  ): Promise<void> {
    const passed: string[] = [];
    while (!(await this.isAt(role, name, within))) {
      if (passed.length === MOST_PRESSES) {
        throw new Error(
          `${MOST_PRESSES} times ${key}, and never the focus on ${role} "${name}", but on\n${passed.join(
            '\n',
          )}`,
        );
      }
      await this.press(key);
      passed.push(await this.focused());
    }
  }

  /** Waits until the page has moved the focus to what has this role and name. */
  async isTakenTo(
    role: Role,
    name: string,
    { within }: Pick<GoToOptions, 'within'> = {},
  ): Promise<void> {
    await eventually(
      `the focus is on ${role} "${name}"`,
      async () => {
        if (!(await this.isAt(role, name, within))) {
          throw new Error(`It is on ${await this.focused()}`);
        }
      },
      { seconds: SECONDS },
    );
  }

  press(
    key: 'Tab' | 'Shift+Tab' | 'ArrowDown' | 'Enter' | 'Escape',
  ): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  private async isAt(
    role: Role,
    name: string,
    within: Page | Locator = this.page,
  ): Promise<boolean> {
    const wanted = within.getByRole(role, { name, exact: true });
    return (await wanted.and(this.focus).count()) > 0;
  }

  /** As it is read out, such as `button "Abort"`. */
  private async focused(): Promise<string> {
    if ((await this.focus.count()) === 0) {
      return 'nothing';
    }
    const [line] = (await this.focus.ariaSnapshot()).split('\n');
    return line.replace(/^- '?|'?:?$/g, '') || 'something that is not read out';
  }

  private get focus(): Locator {
    return this.page.locator(':focus');
  }
}
