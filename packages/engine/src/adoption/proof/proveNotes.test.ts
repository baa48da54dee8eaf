import { helmOf } from '../__testUtils__/helmTools';
import { readScenarios } from '../__testUtils__/scenarios';
import { readChart } from '../chart/Chart';
import { planAdoption } from '../plan/planAdoption';
import { CannotAdoptError } from '../texts/AdoptionText';
import { Helm } from './helm/Helm';
import { proveAdoption } from './proveAdoption';

jest.setTimeout(60_000);

const NOTES = 'templates/NOTES.txt';

/** What is in the way of a plan whose notes are others than it has made them. */
async function obstaclesWith(
  change: (notes: string) => string,
  command: 'helm' | 'helm3',
) {
  const scenario = readScenarios().find(
    ({ name }) => name === 'notes-and-test',
  );
  const chart = await readChart(scenario!.files);
  const plan = planAdoption(chart);
  const changes = new Map(plan.changes);
  changes.set(NOTES, change(changes.get(NOTES)!));
  const helm = await Helm.create({ command: helmOf(command) });
  try {
    await proveAdoption(chart, { ...plan, changes }, { helm, sets: [] });
    return [];
  } catch (error) {
    if (error instanceof CannotAdoptError) {
      return error.obstacles.map(({ text }) => text);
    }
    throw error;
  } finally {
    await helm.end();
  }
}

describe.each(['helm', 'helm3'] as const)(
  'the proof of notes with %s',
  command => {
    it('takes the notes that were planned', async () => {
      expect(await obstaclesWith(notes => notes, command)).toEqual([]);
    });

    it.each([
      [
        'a space more',
        (notes: string) => notes.replace('Look at it:', 'Look at it: '),
        /^With the switch off, Text notes.txt would change at lines\[0\]/,
      ],
      [
        'no line end at the end',
        (notes: string) => notes.trimEnd(),
        /^With the switch off, Text notes.txt would change at lines/,
      ],
      [
        'another name with the switch on',
        (notes: string) =>
          notes.replace('argo rollouts status ', 'argo rollouts status x-'),
        /^With the switch on, Text notes.txt would change at lines\[2\]/,
      ],
      [
        'another command below a condition',
        (notes: string) =>
          notes.replace(
            'kubectl describe {{ if',
            'kubectl {{ if .Values.progressiveDelivery.enabled }}delete{{ else }}describe{{ end }} {{ if',
          ),
        /^With the switch on, Text notes.txt would change at lines\[6\].*ingress.enabled=true/,
      ],
    ])('refuses %s', async (_, change, expected) => {
      expect(await obstaclesWith(change, command)).toEqual(
        expect.arrayContaining([expect.stringMatching(expected)]),
      );
    });
  },
);
