/** A channel between the tabs of a browser. */
export type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'close'>;

/** What tabs need to agree on one of them: `navigator.locks` and `BroadcastChannel`. */
export interface Tabs {
  requestLock(
    name: string,
    options: { signal: AbortSignal } | { steal: true },
    whileHeld: () => Promise<void>,
  ): Promise<void>;
  openChannel(name: string, onMessage: (data: unknown) => void): TabChannel;
}

/** Absent where the browser, or a page that came over plain HTTP, cannot do it. */
export function browserTabs(): Tabs | undefined {
  const { locks } = navigator;
  if (!locks || typeof BroadcastChannel === 'undefined') {
    return undefined;
  }
  return {
    requestLock: async (name, options, whileHeld) => {
      await locks.request(name, options, whileHeld);
    },
    openChannel: (name, onMessage) => {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => onMessage(data);
      return channel;
    },
  };
}
