import { quoted } from '@progressive-delivery/engine';
import { outstandingIn, withOutstanding } from './outstanding';

describe('a body', () => {
  const body = 'Deployment web becomes a Rollout.\n\nRequested-by: user:a/b';

  it('says what is yet to be done, also after the Git host has changed its line ends', () => {
    const marked = withOutstanding(body, ['labels', 'reviews']);
    expect(outstandingIn(marked)).toEqual(['labels', 'reviews']);
    expect(outstandingIn(`${marked.replaceAll('\n', '\r\n')}\r\n`)).toEqual([
      'labels',
      'reviews',
    ]);
    expect(outstandingIn(withOutstanding(marked, ['reviews']))).toEqual([
      'reviews',
    ]);
  });

  it('is as it was once all of that is done', () => {
    const marked = withOutstanding(body, ['labels']);
    expect(withOutstanding(marked, [])).toBe(body);
    expect(outstandingIn(body)).toEqual([]);
  });

  it('does not say so in what a person wrote', () => {
    const mark = withOutstanding('', ['labels']);
    expect(outstandingIn(quoted(`Because.${mark}`))).toEqual([]);
    expect(outstandingIn(`${mark}\n\nRequested-by: user:a/b`)).toEqual([]);
  });

  it('is read at once, however many spaces somebody has put into it', () => {
    const spaces = `${body}${' '.repeat(1_000_000)}`;
    expect(outstandingIn(`${spaces}end`)).toEqual([]);
    expect(withOutstanding(`${spaces}end`, [])).toBe(`${spaces}end`);
    expect(withOutstanding(withOutstanding(spaces, ['labels']), [])).toBe(body);
  });
});
