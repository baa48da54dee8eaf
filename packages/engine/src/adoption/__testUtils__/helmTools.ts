import { Toolbox } from '@progressive-delivery/sandbox';

/**
 * The Helm that the sandbox builds.
 *
 * @throws Error that says how to build it
 */
export function helmOf(name: 'helm' | 'helm3'): string {
  const toolbox = Toolbox.create();
  if (!toolbox.isBuilt(name)) {
    throw new Error(
      `This test needs ${name}. Build it first: yarn sandbox build ${name}`,
    );
  }
  return toolbox.tool(name);
}
