/** The DOM id of the panel of a target, or of a workload in it. */
export function panelId(
  target: string,
  workload?: { kind: string; namespace: string; name: string },
): string {
  return [
    'progressive-delivery',
    target,
    ...(workload ? [workload.kind, workload.namespace, workload.name] : []),
  ].join('/');
}

/** Scrolls to a panel, and goes on from there with the keyboard and a screen reader. */
export function goToPanel(id: string): void {
  const panel = document.getElementById(id);
  panel?.scrollIntoView({ block: 'start' });
  panel?.focus({ preventScroll: true });
}
