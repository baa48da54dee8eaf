import { TimeSlices } from './TimeSlices';

const workFor = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

describe('TimeSlices', () => {
  it('lets others have their turn while it works', async () => {
    const slices = TimeSlices.create();
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    for (let part = 0; part < 10; part++) {
      workFor(11);
      await slices.next();
    }
    clearInterval(others);
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it('goes on at once where it has not worked for long', async () => {
    const slices = TimeSlices.create();
    let others = false;
    setImmediate(() => {
      others = true;
    });
    await slices.next();
    expect(others).toBe(false);
  });

  it('stops between two parts when nobody wants the result any more', async () => {
    const slices = TimeSlices.create();
    const controller = new AbortController();
    workFor(11);
    const next = slices.next(controller.signal);
    controller.abort(new Error('gone'));
    await expect(next).rejects.toThrow('gone');
  });
});
