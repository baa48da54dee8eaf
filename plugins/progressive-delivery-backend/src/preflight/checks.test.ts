import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { preflightChecks } from '@progressive-delivery/engine';
import { runScenario } from './__testUtils__/runScenario';
import { ScenarioFiles, scenarios } from './__testUtils__/ScenarioFiles';

const DOCS = resolve(__dirname, '../../../../docs/preflight.md');

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

/*
 * Each folder below __fixtures__/checks is named after a check, and has scenarios for it: what it says in scenario.yaml
 * that the check finds, in files that are laid over those of __fixtures__/base, in which everything is right.
 */
describe('The checks, on charts rendered by the real tools,', () => {
  it.each([
    ['on', true],
    ['off', false],
  ])('find nothing where everything is right, on the way %s', async (_, on) => {
    const stages: string[] = [];
    const { findings, summary, unchecked } = await runScenario(
      ScenarioFiles.base(on),
      { onStage: stage => stages.push(stage) },
    );
    expect(stages).toEqual(['rendering', 'checking']);
    expect({ findings, unchecked }).toEqual({ findings: [], unchecked: [] });
    expect(summary).toEqual({
      looked: preflightChecks.length,
      found: 0,
      couldNotLook: 0,
    });
  });

  it.each(scenarios())('%s', async scenario => {
    const [check] = scenario.split('/');
    const files = ScenarioFiles.of(scenario);
    const { findings, unchecked } = await runScenario(files);
    const own = findings.filter(({ id }) => id === check);
    const { couldNotLook, finds } = files.description;
    expect(own).toEqual(finds.map(each => expect.objectContaining(each)));
    expect(
      unchecked.flatMap(each => (each.id === check ? [each.message] : [])),
    ).toEqual(couldNotLook);
  });

  it('have a paragraph each in the documentation', () => {
    const documented = Array.from(
      readFileSync(DOCS, 'utf8').matchAll(/^### (.*)$/gm),
      ([, heading]) => heading,
    );
    expect([...documented].sort()).toEqual(
      preflightChecks.map(({ id }) => id).sort(),
    );
  });

  it('have a scenario each that fires and one that does not', () => {
    const all = scenarios().map(scenario => ({
      check: scenario.split('/')[0],
      ...ScenarioFiles.of(scenario).description,
    }));
    for (const { id } of preflightChecks) {
      const own = all.filter(({ check }) => check === id);
      expect([id, own.some(({ finds }) => finds.length > 0)]).toEqual([
        id,
        true,
      ]);
      expect([
        id,
        own.some(
          ({ couldNotLook, finds }) =>
            finds.length === 0 && couldNotLook.length === 0,
        ),
      ]).toEqual([id, true]);
    }
    expect(
      all.filter(
        ({ check }) => !preflightChecks.some(({ id }) => id === check),
      ),
    ).toEqual([]);
  });
});
