import { CannotAdoptError } from '../texts/AdoptionText';
import { editValues } from './editValues';

const SWITCH = `progressiveDelivery:
  # Render a canaried Argo Rollout instead of a Deployment. Before you turn it on:
  # https://github.com/progressive-delivery/progressive-delivery/blob/main/docs/chart-pattern.md#before-you-turn-it-on
  enabled: false
  provider: argo-rollouts
  # Lets Argo CD remove the old kind only when the new one is healthy.
  pruneLast: true
  canarySteps:
    - setWeight: 25
    - pause: {}
  maxSurge: 1
  maxUnavailable: 0
`;

/** The switch of all begins where a line does. */
const SWITCH_START = /^progressiveDelivery:/m;

describe('editValues', () => {
  it.each([
    ['an empty file', '', SWITCH],
    ['a comment alone', '# none\n', `# none\n\n${SWITCH}`],
    ['an empty mapping', '{}\n', SWITCH],
    ['values', 'a: 1\n', `a: 1\n\n${SWITCH}`],
    ['a last line without end', 'a: 1', `a: 1\n\n${SWITCH}`],
  ])('appends to %s', (_, before, after) => {
    expect(editValues(before, [])).toBe(after);
  });

  it('heeds how far the file indents, its line ends and its comments', () => {
    const edited = editValues('# -- Things.\r\na:\r\n    b: 1\r\n', []);
    expect(edited).toContain('\r\n    # -- Render a canaried');
    expect(edited).toContain('\r\n        - setWeight: 25\r\n');
    expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it("puts a workload's own switch first below its key, or appends the key", () => {
    const edited = editValues('web:\n  # Pods.\n  replicas: 2\nother: 1\n', [
      ['web'],
      ['worker'],
    ]);
    expect(edited.replace(/# Render this.*/g, '#').split(SWITCH_START)[0])
      .toBe(`web:
  progressiveDelivery:
    #
    enabled: null
  # Pods.
  replicas: 2
other: 1

worker:
  progressiveDelivery:
    #
    enabled: null

`);
  });

  it.each([
    ['a list', '- a\n'],
    ['a mapping in flow style', '{ a: 1 }\n'],
    ['a second document', 'a: 1\n---\nb: 1\n'],
    ['no YAML', 'a: [\n'],
    ['an end', 'a: 1\n...\n'],
  ])('refuses %s', (_, text) => {
    expect(() => editValues(text, [])).toThrow(CannotAdoptError);
  });

  it('makes a block of an empty mapping, and keeps the comment behind it', () => {
    const edited = editValues('web: {} # nothing\nother: 1\n', [['web']]);
    expect(edited).toMatch(
      /^web: # nothing\n {2}progressiveDelivery:\n {4}#.*\n {4}enabled: null\nother: 1\n/,
    );
  });

  it.each([
    ['a mapping in flow style', 'web: { replicas: 2 }\n'],
    ['true', 'web: true\n'],
    ['a text', 'web: "yes"\n'],
    ['an empty list', 'web: []\n'],
    ['null', 'web: null\n'],
    ['comments alone', 'web:\n  # replicas: 2\n'],
    ['one of two keys', 'web:\n  a: 1\nweb:\n  a: 2\n'],
  ])('refuses to put a switch below %s', (_, text) => {
    expect(() => editValues(text, [['web']])).toThrow(CannotAdoptError);
  });
});
