/** How the templates of one workload ask about its switch. */
export interface SwitchOf {
  /** Prefix of the chart's named templates, such as `web`. */
  prefix: string;
  /**
   * Keys of the workload's own values, in which its own switch is: `[]` where it is the only one and has none besides that
   * of the chart.
   */
  own: readonly string[];
  /** What the workload's own values are called where they are not at one path, as in a loop. */
  item?: string;
}

/** What the chart's own context is called at a place. */
export type Root = '.' | '$';

/** What the named templates are called with. */
function argumentOf(
  { item, own }: SwitchOf,
  root: Root,
  pathOf = valuesPath,
): string {
  return own.length === 0
    ? root
    : `(list ${root} ${item ?? pathOf(root, own)})`;
}

/** A condition of a template: whether the workload is a Rollout. */
export function isRollout(
  switchOf: SwitchOf,
  root: Root,
  pathOf = valuesPath,
): string {
  return switchOf.own.length === 0
    ? valuesPath(root, ['progressiveDelivery', 'enabled'])
    : `include "${switchOf.prefix}.isRollout" ${argumentOf(
        switchOf,
        root,
        pathOf,
      )}`;
}

/** The same at a place that is also rendered where the chart does not look at the workload's own values, and these may be missing. */
export function isRolloutElsewhere(switchOf: SwitchOf, root: Root): string {
  return isRollout(switchOf, root, optionalPath);
}

/** A condition of a template: whether workloads have the annotation. */
export function hasPruneLast(root: Root): string {
  return valuesPath(root, ['progressiveDelivery', 'pruneLast']);
}

/** A call of a named template. */
export function includeOf(
  name: string,
  switchOf: SwitchOf,
  root: Root,
): string {
  return `include "${switchOf.prefix}.${name}" ${argumentOf(switchOf, root)}`;
}

function valuesPath(root: Root, keys: readonly string[]): string {
  return [root === '.' ? '' : root, 'Values', ...keys].join('.');
}

/** It is nothing where any key of it is missing: `(.Values.workers).web`. */
function optionalPath(root: Root, keys: readonly string[]): string {
  return keys
    .slice(1)
    .reduce(
      (path, key) => `(${path}).${key}`,
      valuesPath(root, keys.slice(0, 1)),
    );
}
