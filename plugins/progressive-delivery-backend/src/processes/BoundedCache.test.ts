import { BoundedCache } from './BoundedCache';

describe('BoundedCache', () => {
  const create = (limit: number) =>
    BoundedCache.create<string>({ limit, weigh: value => value.length });

  it('keeps what fits', () => {
    const cache = create(4);
    cache.set('a', 'xx');
    cache.set('b', 'yy');
    expect(cache.get('a')).toBe('xx');
    expect(cache.get('b')).toBe('yy');
    expect(cache.get('c')).toBeUndefined();
  });

  it('lets go of what was not used for longest', () => {
    const cache = create(4);
    cache.set('a', 'xx');
    cache.set('b', 'yy');
    cache.get('a');
    cache.set('c', 'zz');
    expect(cache.get('a')).toBe('xx');
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('c')).toBe('zz');
  });

  it('lets go of as much as is needed, and no more', () => {
    const cache = create(6);
    cache.set('a', 'x');
    cache.set('b', 'yy');
    cache.set('c', 'zzz');
    cache.set('d', '12');
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('c')).toBe('zzz');
    expect(cache.get('d')).toBe('12');
  });

  it('does not keep what is too heavy alone, nor what it was to replace', () => {
    const cache = create(3);
    cache.set('a', 'xx');
    cache.set('b', 'y');
    cache.set('a', 'xxxx');
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')).toBe('y');
  });

  it('counts what is replaced or deleted no longer', () => {
    const cache = create(4);
    cache.set('a', 'xxx');
    cache.set('a', 'x');
    cache.set('b', 'yy');
    cache.delete('b');
    cache.delete('b');
    cache.set('c', 'zzz');
    expect(cache.get('a')).toBe('x');
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('c')).toBe('zzz');
  });
});
