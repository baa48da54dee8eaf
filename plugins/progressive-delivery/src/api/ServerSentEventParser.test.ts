import { ServerSentEventParser } from './ServerSentEventParser';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What comes out when the text arrives in pieces of this many bytes. */
const parse = (text: string, size = Infinity) => {
  const all = bytes(text);
  const parser = new ServerSentEventParser();
  const data: string[] = [];
  for (let start = 0; start < all.length; start += size) {
    data.push(...parser.push(all.subarray(start, start + size)));
  }
  return data;
};

describe('ServerSentEventParser', () => {
  it('gives the data of each event', () => {
    expect(parse('data: {"a":1}\n\ndata:{"b":2}\n\n')).toEqual([
      '{"a":1}',
      '{"b":2}',
    ]);
  });

  it('joins data of several lines, and takes one space away from each', () => {
    expect(parse('data: a\ndata:  b\ndata\ndata:c:d\n\n')).toEqual([
      'a\n b\n\nc:d',
    ]);
  });

  it('passes over comments and all other fields', () => {
    expect(
      parse(': heartbeat\n\nevent: x\nid: 1\ndata: a\nretry: 10\n:\n\n:\n'),
    ).toEqual(['a']);
  });

  it('gives an event at its end, not before', () => {
    const parser = new ServerSentEventParser();
    expect(parser.push(bytes('data: a\n'))).toEqual([]);
    expect(parser.push(bytes('\n'))).toEqual(['a']);
    expect(parser.push(bytes('data: cut off'))).toEqual([]);
  });

  it('does not wait for the line feed after a carriage return', () => {
    const parser = new ServerSentEventParser();
    expect(parser.push(bytes('data: a\r\n\r'))).toEqual(['a']);
    expect(parser.push(bytes('\ndata: b\r\n\r\n'))).toEqual(['b']);
  });

  it.each(['\n', '\r\n', '\r'])(
    'does not care where it is cut (lines end in %j)',
    end => {
      const text = [
        '\uFEFFdata: größer → 🚀',
        ': comment',
        'data: second',
        '',
        '',
        'data: {"weight":25}',
        '',
        '',
      ].join(end);
      const whole = ['größer → 🚀\nsecond', '{"weight":25}'];

      expect(parse(text)).toEqual(whole);
      for (let size = 1; size < 12; size += 1) {
        expect(parse(text, size)).toEqual(whole);
      }
    },
  );
});
