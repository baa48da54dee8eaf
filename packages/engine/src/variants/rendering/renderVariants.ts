import { Manifest } from '../manifests/manifests';
import { FoundTools } from './RenderTools';
import { rendersAlike } from './rendersAlike';
import { LaidOutTarget, RenderingChange } from './TargetLayouts';
import { TargetRenderings } from './TargetRenderings';

/** What Git renders to, and what it would with a change. */
export interface RenderedVariants {
  before: Manifest[];
  after: Manifest[];
  /** Both once more, where a template may not give the same each time. */
  again?: { before: Manifest[]; after: Manifest[] };
}

/**
 * Renders a target with and without a change, and each twice where two renderings of the same files may differ.
 *
 * @throws InputError where one does not render; where neither does, it is told of what Git holds
 * @throws ServiceUnavailableError where the tools cannot be run
 */
export async function renderVariants(
  laidOut: LaidOutTarget,
  tools: FoundTools,
  {
    change,
    renderings,
    signal,
  }: {
    renderings: TargetRenderings;
    change: RenderingChange;
    signal?: AbortSignal;
  },
): Promise<RenderedVariants> {
  const both = async (again: boolean) => {
    const variants = [
      renderings.render(laidOut, tools, { again, signal }),
      renderings.render(laidOut, tools, { again, change, signal }),
    ] as const;
    // All takes the first of those that have failed.
    await Promise.allSettled(variants);
    const [before, after] = await Promise.all(variants);
    return { before, after };
  };
  const variants = await both(false);
  return (await rendersAlike(laidOut, { signal }))
    ? variants
    : { ...variants, again: await both(true) };
}
