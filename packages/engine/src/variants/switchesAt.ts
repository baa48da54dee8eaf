import { SwitchReader } from '../switches/SwitchReader';
import { DeliveryTarget } from '../targets/applications/DeliveryTarget';
import { TargetLayouts } from './rendering/TargetLayouts';
import { TargetRenderings } from './rendering/TargetRenderings';
import { switchesOf } from './switches/switchesOf';

/**
 * Which switches are on at other commits of a target's sources.
 *
 * @param commits - one for each source, in their order; `undefined` for what the source says
 * @throws InputError, NotFoundError, NotAllowedError where a source cannot be read there
 */
export async function switchesAt(
  target: DeliveryTarget,
  commits: readonly (string | undefined)[],
  {
    layouts,
    renderings,
    switchReader,
  }: {
    layouts: TargetLayouts;
    renderings: TargetRenderings;
    switchReader: SwitchReader;
  },
  { signal }: { signal?: AbortSignal },
): Promise<ReadonlyMap<string, boolean>> {
  const laidOut = await layouts.layOut(
    {
      ...target,
      sources: target.sources.map((source, index) => ({
        ...source,
        revision: commits.at(index) ?? source.revision,
      })),
    },
    { signal },
  );
  const switches = await switchesOf(laidOut.sources, switchReader, {
    helm: await renderings.helmVersion(target),
    signal,
  });
  return new Map(switches.map(({ enabled, id }) => [id, enabled]));
}
