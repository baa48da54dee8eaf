import { Endings } from './Endings';

describe('Endings', () => {
  it('ends what was started last first, each once', async () => {
    const endings = Endings.create();
    const ended: string[] = [];
    endings.add(() => void ended.push('server'));
    endings.add(async () => void ended.push('client'));
    await endings.endAll();
    await endings.endAll();
    expect(ended).toEqual(['client', 'server']);
  });

  it('ends the rest where something cannot be ended, and says so', async () => {
    const endings = Endings.create();
    const end = jest.fn();
    endings.add(end);
    endings.add(() => {
      throw new Error('no such process');
    });
    await expect(endings.endAll()).rejects.toThrow(/no such process/);
    expect(end).toHaveBeenCalled();
  });
});
