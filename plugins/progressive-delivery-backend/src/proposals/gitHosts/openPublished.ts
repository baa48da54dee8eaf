import { setTimeout as wait } from 'node:timers/promises';
import { HostResult } from './HostResult';

const AGAIN_MILLISECONDS = [200, 400, 800, 1600];

/**
 * Opens a pull request for a branch that was just pushed, which some hosts do not know for a moment.
 *
 * @param isUnknown - whether a result may be due to that
 */
export async function openPublished<T>(
  open: () => Promise<HostResult<T>>,
  isUnknown: (result: HostResult<T>) => boolean,
): Promise<HostResult<T>> {
  let opened = await open();
  for (const milliseconds of AGAIN_MILLISECONDS) {
    if (!isUnknown(opened)) {
      return opened;
    }
    await wait(milliseconds);
    opened = await open();
  }
  return opened;
}
