import { KubernetesProxy } from './KubernetesProxy';

/**
 * Lets the 20 s that requests to clusters may take pass at once where the proxy is silent about all that is waited for,
 * until mocks are restored. However long the others take, they are answered.
 */
export function hurryRequests(proxy: KubernetesProxy): void {
  const wait = setTimeout;
  const clear = clearTimeout;
  const deadlines = new Map<unknown, () => void>();
  const hurry = () => {
    if (deadlines.size === proxy.silent) {
      deadlines.forEach(pass => pass());
    }
  };
  proxy.onSilence = hurry;
  jest.spyOn(global, 'setTimeout').mockImplementation((work, delay) => {
    const timer = wait(work, delay);
    if (delay === 20_000) {
      deadlines.set(timer, work);
    }
    return timer;
  });
  jest.spyOn(global, 'clearTimeout').mockImplementation(timer => {
    clear(timer);
    if (deadlines.delete(timer)) {
      hurry();
    }
  });
}
