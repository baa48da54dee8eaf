import { setTimeout as wait } from 'node:timers/promises';
import { Turns } from './Turns';

describe('Turns', () => {
  it('are taken in the order in which they are asked for, also after one that failed', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const take = (key: string, name: string, milliseconds: number) =>
      turns.take(key, async () => {
        await wait(milliseconds);
        done.push(name);
        if (name === 'failing') {
          throw new Error(name);
        }
        return name;
      });
    const all = [
      take('a', 'failing', 60),
      take('a', 'second', 0),
      take('b', 'other', 0),
    ];
    expect(await Promise.allSettled(all)).toMatchObject([
      { status: 'rejected' },
      { value: 'second' },
      { value: 'other' },
    ]);
    expect(done).toEqual(['other', 'failing', 'second']);
  });
});
