import { FirstSeen } from './FirstSeen';

const object = (uid: string, generation: number, changedAt?: string) => ({
  metadata: { uid, generation, managedFields: { changedAt } },
});
const at = (second: number) => new Date(second * 1000);

describe('FirstSeen', () => {
  it('knows when what is asked for now was seen first', () => {
    const seen = FirstSeen.create();
    const first = { firstSeenAt: at(1) };
    expect(seen.looking(object('a', 1), at(1))).toMatchObject(first);
    expect(seen.looking(object('b', 1), at(2))).toMatchObject({
      firstSeenAt: at(2),
    });
    expect(seen.looking(object('a', 1), at(9))).toEqual({
      ...first,
      now: at(9),
    });
    expect(seen.looking(object('a', 2), at(10))).toMatchObject({
      firstSeenAt: at(10),
    });
  });

  it('leaves it to an object that says so itself', () => {
    expect(
      FirstSeen.create().looking(object('a', 1, '2026-03-01'), at(1)),
    ).toEqual({ now: at(1) });
  });

  it('forgets what it has known longest', () => {
    const seen = FirstSeen.create();
    for (let count = 0; count <= 1_000; count++) {
      seen.looking(object(`${count}`, 1), at(1));
    }
    expect(seen.looking(object('1000', 1), at(5)).firstSeenAt).toEqual(at(1));
    expect(seen.looking(object('0', 1), at(5)).firstSeenAt).toEqual(at(5));
  });
});
