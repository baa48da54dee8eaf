import { Toolbox } from '@progressive-delivery/sandbox';

/** The real tools, as the sandbox builds them; `npm test` builds them first. */
export function renderTool(name: 'helm' | 'helm3' | 'kustomize'): string {
  const toolbox = Toolbox.create();
  if (!toolbox.isBuilt(name)) {
    throw new Error(`Build ${name} first: yarn sandbox build ${name}`);
  }
  return toolbox.tool(name);
}
