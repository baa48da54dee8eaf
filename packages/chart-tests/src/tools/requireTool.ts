import { NotFoundError } from '@backstage/errors';
import { Toolbox } from '@progressive-delivery/sandbox';

/** The tools of these tests, as the sandbox builds them. */
export type ToolName =
  | 'helm'
  | 'helm3'
  | 'kustomize'
  | 'kubectl'
  | 'kubectl-argo-rollouts'
  | 'etcd'
  | 'kube-apiserver';

const toolbox = Toolbox.create();

/**
 * The path of a tool; `npm test` builds all of them first.
 *
 * @throws `NotFoundError` that says how to build it
 */
export function requireTool(name: ToolName): string {
  if (!toolbox.isBuilt(name)) {
    throw new NotFoundError(
      `This test needs ${name}. Build it first: yarn sandbox build ${name}`,
    );
  }
  return toolbox.tool(name);
}
