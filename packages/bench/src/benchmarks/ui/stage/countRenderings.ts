/** What the page holds. */
export interface Renderings {
  renderings: number;
}

/** What is read of React's fibers. */
interface Fiber {
  tag: number;
  flags: number;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

/**
 * Runs in the page before React does, and counts how often components are rendered: React tells its developer tools of
 * each commit, in production, too (react-reconciler ReactFiberDevToolsHook.js; what counts as rendered is that of
 * React DevTools, backend/fiber/renderer.js didFiberRender). It needs all that it uses inside of it.
 */
export function countRenderings(): void {
  /** Function, class, forwardRef, memo, simple memo (react-reconciler ReactWorkTags.js). */
  const components = [0, 1, 11, 14, 15];
  /** ReactFiberFlags.js PerformedWork. */
  const performedWork = 1;
  const page = window as unknown as Renderings & {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: object;
  };
  page.renderings = 0;
  const count = (fiber: Fiber, before: Fiber | null): void => {
    if (fiber === before) {
      return;
    }
    if (components.includes(fiber.tag) && fiber.flags % 2 === performedWork) {
      page.renderings++;
    }
    if (before && fiber.child === before.child) {
      return;
    }
    for (let child = fiber.child; child; child = child.sibling) {
      count(child, child.alternate);
    }
  };
  page.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_: number, { current }: { current: Fiber }) =>
      count(current, current.alternate),
    onCommitFiberUnmount: () => {},
  };
}
