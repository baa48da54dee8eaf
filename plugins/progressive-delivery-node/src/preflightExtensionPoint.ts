import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A rendered Kubernetes object.
 *
 * @public
 */
export interface RenderedObject {
  apiVersion: string;
  kind: string;
  /** Absent for what is in no namespace. */
  namespace?: string;
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** All of it, unmasked: what Secrets hold is in it, too. */
  manifest: Record<string, unknown>;
}

/**
 * What a preflight check looks at: what a switch does to what is rendered.
 *
 * @public
 */
export interface PreflightCheckInput {
  /** The delivery target. */
  target: { id: string; title: string; cluster?: string; namespace?: string };
  /** The switch, such as `controllers.progressiveDelivery.enabled`. */
  switch: string;
  /** Whether it is turned on: Deployments become Rollouts. */
  enabled: boolean;
  before: RenderedObject[];
  after: RenderedObject[];
  /** Workloads that change their kind. */
  workloads: { before: RenderedObject; after: RenderedObject }[];
}

/**
 * What a check has found about one object. The texts are shown as they are, but for what stands in a Secret.
 *
 * @public
 */
export interface PreflightCheckFinding {
  object: Pick<RenderedObject, 'kind' | 'namespace' | 'name'>;
  /** Default: that of the check. */
  severity?: 'block' | 'warn' | 'info';
  /** What was seen: object, field, value. */
  seen: string;
  /** Why it matters, in one sentence. */
  why: string;
  /** What to do. */
  remedy: string;
  /** Lines to add or a command to run for that. */
  code?: string;
  /** Address of a page that says more. */
  docs?: string;
}

/**
 * A preflight check of a platform team. One that throws is listed among those that could not look.
 *
 * @public
 */
export interface CustomPreflightCheck {
  /** In lower case with dashes, such as `team-label`: its key in `progressiveDelivery.preflight.checks`. */
  id: string;
  /** How much its findings matter, unless configuration says otherwise. */
  severity: 'block' | 'warn' | 'info';
  run(input: PreflightCheckInput): PreflightCheckFinding[];
}

/**
 * Where modules of the progressive-delivery backend add preflight checks.
 *
 * @public
 */
export interface ProgressiveDeliveryPreflightExtensionPoint {
  /** @throws ConflictError where there is a check of that id; InputError where the id is none */
  addCheck(check: CustomPreflightCheck): void;
}

/**
 * Lets a module of the progressive-delivery backend add preflight checks of its own.
 *
 * @public
 */
export const progressiveDeliveryPreflightExtensionPoint =
  createExtensionPoint<ProgressiveDeliveryPreflightExtensionPoint>({
    id: 'progressive-delivery.preflight',
  });
