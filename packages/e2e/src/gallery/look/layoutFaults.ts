/**
 * Runs in the page: what is wider than the page, sticks out of it, is cut without a hint, or lies on something else that
 * can be pressed. A picture shows the same, to somebody who looks at it.
 *
 * @param ours - a selector of what is looked at
 */
export function layoutFaults(ours: string): string[] {
  const root = document.querySelector(ours) ?? document.body;
  const faults: string[] = [];
  const page = document.documentElement;
  const width = page.clientWidth;

  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> "${(element.textContent ?? '')
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 60)}"`;
  const isVisible = (element: Element) => {
    const { width: wide, height } = element.getBoundingClientRect();
    return (
      element.checkVisibility({
        // What is out of sight may not be laid out yet.
        contentVisibilityAuto: true,
        opacityProperty: true,
        visibilityProperty: true,
      }) &&
      wide > 1 &&
      height > 1
    );
  };
  const scrolls = (element: Element | null): boolean => {
    for (let each = element; each && each !== page; each = each.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(each).overflowX)) {
        return each.clientWidth < each.scrollWidth;
      }
    }
    return false;
  };
  const hasOwnText = (element: Element) =>
    Array.from(element.childNodes).some(
      node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );

  if (page.scrollWidth > width + 1) {
    faults.push(`The page is ${page.scrollWidth - width} px too wide`);
  }
  const elements = Array.from(root.querySelectorAll('*')).filter(isVisible);
  for (const element of elements.filter(hasOwnText)) {
    const { left, right } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if ((right > width + 1 || left < -1) && !scrolls(element)) {
      faults.push(`${nameOf(element)} sticks out of the page`);
    } else if (
      element.scrollWidth > element.clientWidth + 1 &&
      /hidden|clip/.test(style.overflowX) &&
      style.display !== 'inline' &&
      !element.closest('[title]')
    ) {
      faults.push(`${nameOf(element)} is cut`);
    }
  }
  const pressed = elements.filter(element =>
    element.matches('a[href], button, [role="button"]'),
  );
  for (const [index, one] of pressed.entries()) {
    const first = one.getBoundingClientRect();
    for (const other of pressed.slice(index + 1)) {
      const second = other.getBoundingClientRect();
      const wide =
        Math.min(first.right, second.right) - Math.max(first.left, second.left);
      const high =
        Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
      if (
        wide > 2 &&
        high > 2 &&
        !one.contains(other) &&
        !other.contains(one)
      ) {
        faults.push(`${nameOf(one)} lies on ${nameOf(other)}`);
      }
    }
  }
  return [...new Set(faults)];
}
