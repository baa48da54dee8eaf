import { existsSync } from 'node:fs';
import { NotFoundError } from '@backstage/errors';

/** Tools of these tests and the environment variables that say where they are; `npm test` builds them and sets these. */
export const toolVariables = {
  helm: 'PD_HELM',
  helm3: 'PD_HELM3',
  kustomize: 'PD_KUSTOMIZE',
  kubectl: 'PD_KUBECTL',
  'kubectl-argo-rollouts': 'PD_KUBECTL_ARGO_ROLLOUTS',
} as const;

export type ToolName = keyof typeof toolVariables;

/**
 * The path of a tool.
 *
 * @throws `NotFoundError` that names the variable to set
 */
export function requireTool(name: ToolName): string {
  const variable = toolVariables[name];
  const path = process.env[variable];
  if (!path) {
    throw new NotFoundError(
      `${variable} is not set: this test needs ${name}. "npm test" builds it; by hand, "yarn sandbox build ${name}" prints a path to set ${variable} to`,
    );
  }
  if (!existsSync(path)) {
    throw new NotFoundError(`${variable} is ${path}, where there is nothing`);
  }
  return path;
}
