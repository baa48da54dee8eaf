import type { TextBox } from './textBoxes';

/** Pixels by which two texts may touch, which nobody sees. */
const TOUCH = 2;

const MOST_CHARACTERS = 60;

const nameOf = ({ text }: TextBox) => `"${text.slice(0, MOST_CHARACTERS)}"`;

/** Texts that lie on one another, each pair once. */
export function overlappingTexts(boxes: readonly TextBox[]): string[] {
  const faults = new Set<string>();
  const fromTop = [...boxes].sort((a, b) => a.top - b.top);
  for (const [index, upper] of fromTop.entries()) {
    for (let next = index + 1; next < fromTop.length; next += 1) {
      const lower = fromTop[next];
      if (lower.top >= upper.bottom - TOUCH) {
        break;
      }
      if (areStrangers(upper, lower) && overlap(upper, lower)) {
        const [first, second] = [upper, lower].sort(
          (one, other) => one.elements[0] - other.elements[0],
        );
        faults.add(`The texts ${nameOf(first)} and ${nameOf(second)} overlap`);
      }
    }
  }
  return [...faults];
}

function overlap(one: TextBox, other: TextBox): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOUCH &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > TOUCH
  );
}

/** Whether neither is part of the other, and none is to stay in sight above what is scrolled. */
function areStrangers(one: TextBox, other: TextBox): boolean {
  return (
    one.layer === other.layer && !contains(one, other) && !contains(other, one)
  );
}

function contains(
  { elements: [first, last] }: TextBox,
  { elements: [place] }: TextBox,
): boolean {
  return first <= place && place <= last;
}
