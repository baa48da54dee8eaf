import { FakeBrowser } from '../__testUtils__/FakeBrowser';
import { StreamEvent } from './StreamState';
import { TabGroup } from './TabGroup';

const live: StreamEvent = {
  type: 'connection',
  connection: { state: 'live' },
};

describe('TabGroup', () => {
  let browser: FakeBrowser;
  let groups: TabGroup[];

  const open = () => {
    const tabs = browser.tab();
    const tab = {
      ...tabs,
      leads: false,
      onEvents: jest.fn(),
      onRetry: jest.fn(),
      onImpossible: jest.fn(),
    };
    const group = TabGroup.join({
      tabs,
      name: 'one',
      onLead: signal => {
        tab.leads = true;
        signal.addEventListener('abort', () => {
          tab.leads = false;
        });
      },
      onEvents: tab.onEvents,
      onRetry: tab.onRetry,
      onImpossible: tab.onImpossible,
      tellAll: () => [live],
    });
    groups.push(group);
    return Object.assign(tab, { group });
  };
  const pass = (milliseconds = 0) =>
    jest.advanceTimersByTimeAsync(milliseconds);

  beforeEach(() => {
    jest.useFakeTimers();
    browser = new FakeBrowser();
    groups = [];
  });

  afterEach(() => {
    groups.forEach(group => group.leave());
    jest.useRealTimers();
  });

  it('has one leader, who tells the others', async () => {
    const [first, second, third] = [open(), open(), open()];
    await pass();
    expect([first.leads, second.leads, third.leads]).toEqual([
      true,
      false,
      false,
    ]);

    second.onEvents.mockClear();
    first.group.tell([live]);
    second.group.tell([live, live]);
    await pass();
    expect(second.onEvents.mock.calls).toEqual([[[live]]]);
    expect(first.onEvents).not.toHaveBeenCalled();
  });

  it('tells a newcomer everything', async () => {
    open();
    await pass();
    const second = open();
    await pass();

    expect(second.onEvents).toHaveBeenCalledWith([live]);
  });

  it('has another leader when the first leaves', async () => {
    const [first, second] = [open(), open()];
    await pass();
    first.group.leave();
    await pass();

    expect([first.leads, second.leads]).toEqual([false, true]);
    expect(first.openChannels()).toBe(0);
  });

  it('passes a wish to try again on to the leader', async () => {
    const [first, second] = [open(), open()];
    await pass();
    second.group.retry();
    await pass();
    first.group.retry();

    expect(first.onRetry).toHaveBeenCalledTimes(2);
    expect(second.onRetry).not.toHaveBeenCalled();
  });

  it('keeps a leader who has nothing to tell', async () => {
    const [first, second] = [open(), open()];
    await pass(600_000);

    expect([first.leads, second.leads]).toEqual([true, false]);
  });

  it('takes over from a leader that sleeps, who no longer leads when it wakes up', async () => {
    const [first, second] = [open(), open()];
    await pass();
    first.sleep();
    await pass(75_000);
    expect(second.leads).toBe(true);

    // It still believes to be the leader; what it says is of an earlier term.
    const third = open();
    await pass();
    third.onEvents.mockClear();
    first.wake();
    first.group.tell([live]);
    await pass();
    expect(third.onEvents).not.toHaveBeenCalled();

    await pass(20_000);
    expect([first.leads, second.leads]).toEqual([false, true]);
  });

  it('gives up where another tab says what it does not understand', async () => {
    const tab = open();
    await pass();
    browser
      .tab()
      .openChannel('one', () => {})
      .postMessage({ type: 'events', term: 1, events: [{ type: 'newer' }] });
    await pass();

    expect(tab.onImpossible).toHaveBeenCalledTimes(1);
    expect(tab.leads).toBe(false);
  });

  it('gives up where the browser does not let it have locks', async () => {
    const onImpossible = jest.fn();
    groups.push(
      TabGroup.join({
        tabs: {
          ...browser.tab(),
          requestLock: async () => {
            throw new DOMException('Not here', 'SecurityError');
          },
        },
        name: 'one',
        onLead: jest.fn(),
        onEvents: jest.fn(),
        onRetry: jest.fn(),
        tellAll: () => [],
        onImpossible,
      }),
    );
    await pass();

    expect(onImpossible).toHaveBeenCalledTimes(1);
  });
});
