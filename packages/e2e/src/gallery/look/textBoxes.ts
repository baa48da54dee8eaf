import type { Page } from 'playwright-core';

/** A line of a text, as it lies on the page; in pixels. */
export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The first and the last of the elements within that whose text it is, in the order of the page, itself included. */
  elements: [number, number];
  /** The element that stays in sight while others are scrolled, such as a header, by its place; -1 for the page itself. */
  layer: number;
}

/** More than any state has; beyond that, the rest of the page is not looked at. */
const MOST = 5_000;

/**
 * Where each text is seen, line by line.
 *
 * @param ours - a selector of what is looked at
 */
export function textBoxes(page: Page, ours: string): Promise<TextBox[]> {
  return page.evaluate(boxesIn, { ours, most: MOST });
}

/** Runs in the page. */
function boxesIn({ most, ours }: { most: number; ours: string }): TextBox[] {
  const root = document.querySelector(ours) ?? document.body;
  const all = Array.from(root.querySelectorAll('*'));
  const placeOf = new Map(all.map((element, place) => [element, place]));
  const boxes: TextBox[] = [];

  const layerOf = (element: Element): number => {
    for (
      let each: Element | null = element;
      each && each !== root;
      each = each.parentElement
    ) {
      if (/sticky|fixed/.test(getComputedStyle(each).position)) {
        return placeOf.get(each) ?? -1;
      }
    }
    return -1;
  };

  /** What an element's ancestors, and it itself, let be seen. */
  const windowOf = (element: Element) => {
    const seen = {
      left: -Infinity,
      right: Infinity,
      top: -Infinity,
      bottom: Infinity,
    };
    let position = 'static';
    // What the body cuts, the window does.
    for (
      let each: Element | null = element;
      each && each !== document.body;
      each = each.parentElement
    ) {
      const style = getComputedStyle(each);
      // What is positioned is cut by what it is positioned in.
      const cuts =
        style.transform !== 'none' ||
        (position === 'absolute'
          ? style.position !== 'static'
          : position !== 'fixed');
      if (cuts) {
        const box = each.getBoundingClientRect();
        if (style.overflowX !== 'visible' && style.display !== 'inline') {
          seen.left = Math.max(seen.left, box.left);
          seen.right = Math.min(seen.right, box.right);
        }
        if (style.overflowY !== 'visible' && style.display !== 'inline') {
          seen.top = Math.max(seen.top, box.top);
          seen.bottom = Math.min(seen.bottom, box.bottom);
        }
        position = style.position;
      }
    }
    return seen;
  };

  for (const element of [root, ...all]) {
    const texts = Array.from(element.childNodes).filter(
      node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const isSeen =
      texts.length > 0 &&
      element.checkVisibility({
        // What is out of sight may not be laid out yet.
        contentVisibilityAuto: true,
        opacityProperty: true,
        visibilityProperty: true,
      });
    if (!isSeen) {
      continue;
    }
    const seen = windowOf(element);
    const layer = layerOf(element);
    const place = placeOf.get(element) ?? -1;
    const last = place + element.querySelectorAll('*').length;
    const lineHeight = parseFloat(getComputedStyle(element).lineHeight);
    for (const node of texts) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        // Fonts leave room above and below their letters; lines that are set closer than that share it.
        const spare = Math.max(0, line.height - lineHeight || 0) / 2;
        const box = {
          left: Math.max(line.left, seen.left),
          right: Math.min(line.right, seen.right),
          top: Math.max(line.top + spare, seen.top),
          bottom: Math.min(line.bottom - spare, seen.bottom),
        };
        if (boxes.length === most) {
          return boxes;
        }
        if (box.left < box.right && box.top < box.bottom) {
          boxes.push({
            ...box,
            text: (node.textContent ?? '').trim().replace(/\s+/g, ' '),
            elements: [place, last],
            layer,
          });
        }
      }
    }
  }
  return boxes;
}
