import { z } from 'zod/v4';
import { ObjectReader } from './ObjectReader';
import { ObjectChange } from './WatchedObjects';

const schema = z.object({
  metadata: z.object({ name: z.string(), uid: z.string() }),
  at: z.string().optional(),
});
type Seen = z.output<typeof schema>;

describe('ObjectReader', () => {
  it('keeps the latest of what there may be any number of, and says what it forgets', () => {
    const changes: ObjectChange<Seen>[] = [];
    const reader = ObjectReader.create<Seen>({
      schema,
      latest: { most: 100, at: ({ at }) => at },
      onChange: change => changes.push(change),
      onState: () => {},
    });
    const minutes = (index: number) => String(index).padStart(5, '0');
    // As the API server lists them: by name, which says nothing about the time.
    for (let index = 0; index < 10_000; index++) {
      const name = `event-${(index * 7_919) % 10_000}`;
      reader.set(
        { name, resourceVersion: '1' },
        {
          metadata: { name, uid: name },
          at: index === 9_999 ? undefined : minutes(index),
        },
      );
      expect(reader.objects.size).toBeLessThanOrEqual(125);
    }
    const kept = reader.objects.all().map(({ at }) => at);
    expect(kept).toEqual(
      expect.arrayContaining(
        Array.from({ length: 99 }, (_, index) => minutes(9_998 - index)),
      ),
    );
    const gone = changes.filter(({ after }) => !after);
    expect(gone).toHaveLength(10_000 - reader.objects.size);
  });
});
