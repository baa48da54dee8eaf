import { readBackPointer } from './backPointer';

const AGENTS = 'component:default/agents';
const SWITCH = 'controlPlane.progressiveDelivery.enabled';
const OTHER = 'controllers.progressiveDelivery.enabled';

describe('readBackPointer', () => {
  it('does not point where there is no annotation', () => {
    expect(readBackPointer(undefined, AGENTS)).toEqual({
      points: false,
      switches: [],
      malformed: [],
      unread: 0,
    });
  });

  it('does not point at others', () => {
    expect(
      readBackPointer('component:default/agents-controllers', AGENTS).points,
    ).toBe(false);
  });

  it('gives all switches where it names none', () => {
    expect(
      readBackPointer('system:default/x, component:default/agents', AGENTS),
    ).toEqual({ points: true, switches: 'all', malformed: [], unread: 0 });
  });

  it.each(['Component:Default/AGENTS', 'component:agents'])(
    'takes %s for the same entity',
    reference => {
      expect(readBackPointer(reference, AGENTS).points).toBe(true);
    },
  );

  it('gives the switch that it names, and no other', () => {
    expect(
      readBackPointer(
        `component:default/agents#${SWITCH},component:default/b#${OTHER}`,
        AGENTS,
      ),
    ).toEqual({ points: true, switches: [SWITCH], malformed: [], unread: 0 });
  });

  it('adds up what several parts give', () => {
    expect(
      readBackPointer(
        `component:default/agents#${SWITCH}, component:default/agents#${OTHER}`,
        AGENTS,
      ).switches,
    ).toEqual([SWITCH, OTHER]);
    expect(
      readBackPointer(
        `component:default/agents#${SWITCH}, component:default/agents`,
        AGENTS,
      ).switches,
    ).toBe('all');
  });

  it.each([
    'default/agents',
    'component:',
    'component:default/agents#',
    'component:default/agents#controllers',
    'component:default/agents is#controllers.progressiveDelivery.enabled',
    '#',
  ])('ignores %j and says so', part => {
    expect(readBackPointer(part, AGENTS)).toEqual({
      points: false,
      switches: [],
      malformed: [part],
      unread: 0,
    });
  });

  it('reads the parts beside a malformed one', () => {
    expect(readBackPointer(`nobody,,${AGENTS}`, AGENTS)).toEqual({
      points: true,
      switches: 'all',
      malformed: ['nobody'],
      unread: 0,
    });
  });

  it('reads a thousand parts at most, and names a few that are malformed', () => {
    const { malformed, points, unread } = readBackPointer(
      `${'nobody,'.repeat(100_000)}${AGENTS}`,
      AGENTS,
    );
    expect(points).toBe(false);
    expect(unread).toBe(99_001);
    expect(malformed).toHaveLength(10);
  });
});
