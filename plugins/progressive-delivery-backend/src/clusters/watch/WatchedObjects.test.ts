import { WatchedObjects } from './WatchedObjects';

const object = (name: string, ...owners: string[]) => ({
  metadata: {
    name,
    uid: `uid-${name}`,
    ownerReferences: owners.map(uid => ({ uid })),
  },
});

describe('WatchedObjects', () => {
  it('finds what an object owns, also after it has changed hands', () => {
    const objects = WatchedObjects.create<ReturnType<typeof object>>();
    objects.set('a', '1', object('a', 'one'));
    objects.set('b', '1', object('b', 'one', 'two'));
    const moved = object('a', 'two');
    objects.set('a', '2', moved);

    expect(objects.ownedBy('one')).toEqual([object('b', 'one', 'two')]);
    expect(objects.ownedBy('two')).toEqual([object('b', 'one', 'two'), moved]);
    objects.delete('b');
    expect(objects.ownedBy('one')).toEqual([]);
    expect(objects.ownedBy('two')).toEqual([moved]);
  });

  it('tells what was before', () => {
    const objects = WatchedObjects.create<ReturnType<typeof object>>();
    const before = object('a');
    const after = object('a');
    expect(objects.set('a', '1', before)).toEqual({ after: before });
    expect(objects.set('a', '2', after)).toEqual({ before, after });
    expect(objects.byUid('uid-a')).toBe(after);
    expect(objects.has('a', '1')).toBe(false);
    expect(objects.has('a', '2')).toBe(true);
    expect(objects.delete('a')).toEqual({ before: after });
    expect(objects.delete('a')).toEqual({ before: undefined });
    expect(objects.byUid('uid-a')).toBeUndefined();
  });

  it('knows the one that has come in the place of another of the same name', () => {
    const objects = WatchedObjects.create<ReturnType<typeof object>>();
    objects.set('a', '1', object('a'));
    const again = { metadata: { ...object('a').metadata, uid: 'new' } };
    objects.set('a', '2', again);
    expect(objects.byUid('uid-a')).toBeUndefined();
    expect(objects.byUid('new')).toBe(again);
  });
});
