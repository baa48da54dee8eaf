import { overlappingTexts } from './overlappingTexts';
import type { TextBox } from './textBoxes';

/** A line of 16 pixels, the element of which has no others within it. */
const box = (
  text: string,
  place: number,
  { left, top, ...more }: Pick<TextBox, 'left' | 'top'> & Partial<TextBox>,
): TextBox => ({
  text,
  left,
  right: left + 80,
  top,
  bottom: top + 16,
  elements: [place, place],
  layer: -1,
  ...more,
});

describe('overlappingTexts', () => {
  it('finds texts of two elements that lie on one another, in whatever order', () => {
    const boxes = [
      box('below', 1, { left: 0, top: 40 }),
      box('weight', 2, { left: 60, top: 8 }),
      box('phase', 3, { left: 0, top: 0 }),
    ];
    const found = ['The texts "weight" and "phase" overlap'];
    expect(overlappingTexts(boxes)).toEqual(found);
    expect(overlappingTexts(boxes.reverse())).toEqual(found);
  });

  it('finds one that lies on the third of several beside each other', () => {
    expect(
      overlappingTexts([
        box('a', 1, { left: 0, top: 0 }),
        box('b', 2, { left: 80, top: 1 }),
        box('c', 3, { left: 160, top: 2 }),
        box('note', 4, { left: 170, top: 10, right: 200 }),
      ]),
    ).toEqual(['The texts "c" and "note" overlap']);
  });

  it('lets texts touch in either direction', () => {
    expect(
      overlappingTexts([
        box('phase', 1, { left: 0, top: 0 }),
        box('beside it', 2, { left: 78, top: 0 }),
        box('below it', 3, { left: 0, top: 14 }),
      ]),
    ).toEqual([]);
  });

  it('lets a text have others within it, and several lines', () => {
    expect(
      overlappingTexts([
        box('a sentence with a link', 1, { left: 0, top: 0, elements: [1, 3] }),
        box('link', 3, { left: 40, top: 0 }),
        box('two lines', 4, { left: 0, top: 40 }),
        box('two lines', 4, { left: 0, top: 50 }),
      ]),
    ).toEqual([]);
  });

  it('lets lie above others what stays in sight, but nothing on that', () => {
    const header = { left: 0, top: 0, layer: 1 };
    expect(
      overlappingTexts([
        box('name', 2, header),
        box('row', 5, { left: 0, top: 8 }),
      ]),
    ).toEqual([]);
    expect(
      overlappingTexts([box('name', 2, header), box('age', 3, header)]),
    ).toEqual(['The texts "name" and "age" overlap']);
  });

  it('tells of a pair once, and of long texts the beginning', () => {
    const long = 'x'.repeat(100);
    expect(
      overlappingTexts([
        box(long, 1, { left: 0, top: 0 }),
        box(long, 1, { left: 0, top: 16 }),
        box('note', 2, { left: 0, top: 0, bottom: 32 }),
      ]),
    ).toEqual([`The texts "${'x'.repeat(60)}" and "note" overlap`]);
  });
});
