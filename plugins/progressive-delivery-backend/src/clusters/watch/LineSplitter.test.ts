import fc from 'fast-check';
import { LineSplitter } from './LineSplitter';

describe('LineSplitter', () => {
  it('makes the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), {
          maxLength: 8,
        }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (texts, cuts) => {
          const lines = texts
            .map(text => text.replaceAll('\n', ' '))
            .filter(text => text.trim() !== '');
          const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
          const splitter = LineSplitter.create();
          const found: string[] = [];
          for (let at = 0, cut = 0; at < bytes.length; cut++) {
            const size = cuts[cut % cuts.length];
            found.push(...splitter.push(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(found).toEqual(lines);
          expect(splitter.withinLine).toBe(false);
        },
      ),
    );
  });

  it('knows that a line has not ended', () => {
    const splitter = LineSplitter.create();
    expect(splitter.push(Buffer.from('one\ntw'))).toEqual(['one']);
    expect(splitter.withinLine).toBe(true);
  });

  it('does not wait for the end of a line that has none', () => {
    const splitter = LineSplitter.create();
    const piece = Buffer.alloc(4 * 1024 * 1024, 'x');
    expect(() => {
      for (let count = 0; count < 5; count++) {
        splitter.push(piece);
      }
    }).toThrow('A watch sent a line of more than 16,777,216 characters');
  });
});
