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

/** The DOM id of what can be done to a workload, in its panel. */
export function whatToDoId(panel: string): string {
  return `${panel}/what-to-do`;
}

/**
 * Scrolls to a panel, and goes on from there with the keyboard and a screen reader.
 *
 * @param place - where in it to go on, as soon as that is there; default: at its beginning
 */
export function goToPanel(id: string, place = id): void {
  const panel = document.getElementById(id);
  panel?.scrollIntoView({ block: 'start' });
  (document.getElementById(place) ?? panel)?.focus({ preventScroll: true });
}
