import { FakeBrowser } from '../__testUtils__/FakeBrowser';
import { responseError } from '../__testUtils__/responseError';
import {
  abortedRollout,
  deploymentStatus,
} from '../__testUtils__/rolloutStatus';
import { namesOf, RolloutPages } from './__testUtils__/RolloutPages';

describe('EntityRollouts', () => {
  let pages: RolloutPages;

  beforeEach(() => {
    pages = new RolloutPages();
  });
  afterEach(() => pages.end());

  describe('in several tabs', () => {
    let browser: FakeBrowser;

    const open = async () => {
      const tab = browser.tab();
      const rollouts = pages.create(tab);
      const { hide } = pages.show(rollouts);
      await pages.pass();
      return {
        ...tab,
        rollouts,
        close: async () => {
          hide();
          await pages.pass(10_000);
        },
      };
    };

    beforeEach(() => {
      browser = new FakeBrowser();
    });

    it('has one stream, which all show', async () => {
      const tabs = [await open(), await open(), await open()];
      expect(pages.api.streamRollouts).toHaveBeenCalledTimes(1);
      tabs.forEach(({ rollouts }) =>
        expect(rollouts.snapshot('eu')).toMatchObject({ live: true }),
      );

      pages.sendTo(0, abortedRollout);
      await pages.pass();
      tabs.forEach(({ rollouts }) =>
        expect(namesOf(rollouts)).toEqual(['agents-controllers Degraded']),
      );
    });

    it('does not disturb those who are there when another opens', async () => {
      const [, second] = [await open(), await open()];
      const { listener } = pages.show(second.rollouts);
      listener.mockClear();
      await open();

      expect(listener).not.toHaveBeenCalled();
    });

    it('goes on when the tab that has the stream closes', async () => {
      const [first, second, third] = [await open(), await open(), await open()];
      pages.api.rollouts.rollouts = [deploymentStatus];
      await first.close();

      expect(pages.api.streamRollouts).toHaveBeenCalledTimes(2);
      expect(pages.openConnections()).toBe(1);
      [second, third].forEach(({ rollouts }) => {
        expect(namesOf(rollouts)).toEqual(['agents Healthy']);
        expect(rollouts.snapshot('eu')).toMatchObject({ live: true });
      });
    });

    it('ends with the last', async () => {
      const [first, second] = [await open(), await open()];
      await first.close();
      await second.close();

      expect(pages.openConnections()).toBe(0);
    });

    it('is not up to date in any while the stream is broken', async () => {
      const tabs = [await open(), await open()];
      pages.api.connections[0].fail(new Error('network error'));
      await pages.pass();

      tabs.forEach(({ rollouts }) =>
        expect(rollouts.snapshot('eu')).toMatchObject({
          live: false,
          failure: { reason: 'failed', message: 'network error' },
        }),
      );
    });

    it('polls in all where streams do not get through', async () => {
      pages.api.streamRollouts.mockRejectedValue(
        await responseError(404, 'NotFoundError', 'No such route.'),
      );
      const tabs = [await open(), await open()];

      tabs.forEach(({ rollouts }) =>
        expect(namesOf(rollouts)).toEqual(['agents-controllers Paused']),
      );
      expect(pages.api.streamRollouts).toHaveBeenCalledTimes(1);
    });

    it('is not shared with another user', async () => {
      await open();
      pages.user = 'user:default/bob';
      await open();

      expect(pages.openConnections()).toBe(2);
    });

    it('is refused to each tab on its own', async () => {
      const [first, second] = [await open(), await open()];
      pages.api.streamRollouts.mockRejectedValueOnce(
        await responseError(401, 'AuthenticationError', 'Expired.'),
      );
      pages.api.connections[0].close();
      await pages.pass(1_000);

      expect(first.rollouts.snapshot('eu')).toEqual({
        state: 'failed',
        failure: { reason: 'signed-out' },
      });
      expect(second.rollouts.snapshot('eu')).toMatchObject({ live: true });
    });

    it('has a stream of its own where another tab is of another version', async () => {
      await open();
      const second = await open();
      browser
        .tab()
        .openChannel(
          'progressive-delivery user:default/ann component:default/agents',
          () => {},
        )
        .postMessage({ type: 'events', term: 1, events: 'newer' });
      await pages.pass();

      expect(pages.openConnections()).toBe(2);
      expect(second.rollouts.snapshot('eu')).toMatchObject({ live: true });
    });
  });
});
