import { z } from 'zod/v4';
import { adoptionValuesSchema } from '../adoptionText';
import { actionRefusalSchema } from '../rollouts/actionRefusal';
import { comparisonSentenceSchema } from '../comparison/comparisonSentence';
import { silenceSchema } from '../rollouts/controllerObservation';
import { failureCauseSchema, failureSchema } from '../rollouts/failure';
import {
  accountNameSchema,
  credentialsRemedySchema,
  hostFaultSchema,
  hostQuestionSchema,
  hostRefusalSchema,
  neededAccessSchema,
} from '../hosts';
import { notPreparableSchema } from '../targets/notPreparable';
import { notProposableSchema } from '../targets/notProposable';
import { problemSchema } from '../problems/problem';
import { proposalNoteSchema } from '../proposal';
import { journeyReasonSchema } from '../journey';
import { reasonSchema } from '../reasons';
import { rolloutActionNoteSchema } from '../rollouts/rolloutActionResponse';
import { rolloutChangeSchema } from '../rollouts/rolloutChange';
import { stepDescriptionSchema } from '../rollouts/rolloutStep';
import { doctorMessageSchema } from '../doctor';
import { setupMessageSchema } from '../setupProblem';
import { switchTrialMessageSchema } from '../switchTrial';
import { remedySchema, unusableReasonSchema } from '../targets/unusableTarget';
import { waitSchema } from '../rollouts/wait';
import { PLACEHOLDER } from './placeholders';
import { MessageConcept, messageTexts } from './texts';

const schemas = {
  comparison: comparisonSentenceSchema,
  step: stepDescriptionSchema,
  journey: journeyReasonSchema,
  note: rolloutActionNoteSchema,
  proposalNote: proposalNoteSchema,
  wait: waitSchema,
  actionRefusal: actionRefusalSchema,
  rolloutChange: rolloutChangeSchema,
  silence: silenceSchema,
  failure: failureSchema,
  failureCause: failureCauseSchema,
  notProposable: notProposableSchema,
  notPreparable: notPreparableSchema,
  adoptionValues: adoptionValuesSchema,
  accountName: accountNameSchema,
  credentialsRemedy: credentialsRemedySchema,
  neededAccess: neededAccessSchema,
  hostQuestion: hostQuestionSchema,
  hostRefusal: hostRefusalSchema,
  hostFault: hostFaultSchema,
  problem: problemSchema,
  reason: reasonSchema,
  unusable: unusableReasonSchema,
  remedy: remedySchema,
  setup: setupMessageSchema,
  doctor: doctorMessageSchema,
  switchTrial: switchTrialMessageSchema,
} satisfies Record<
  // Of these the parameters follow from the texts.
  Exclude<
    MessageConcept,
    'finding' | 'unchecked' | 'adoptionNote' | 'adoptionObstacle'
  >,
  z.ZodType
>;

/** One text of a concept, as JSON Schema has it. */
const messageJsonSchema = z.object({
  properties: z.object({
    id: z.object({ const: z.string() }),
    parameters: z.object({
      properties: z.record(
        z.string(),
        z.object({ type: z.unknown().optional() }),
      ),
    }),
  }),
});

/** All texts of a concept: the first of what a reader takes, before what it takes any other text for. */
const conceptJsonSchema = z
  .object({
    anyOf: z.tuple(
      [
        z.union([
          z.object({ oneOf: z.array(messageJsonSchema) }),
          z.object({ anyOf: z.array(messageJsonSchema) }),
          messageJsonSchema,
        ]),
      ],
      z.unknown(),
    ),
  })
  .transform(({ anyOf: [known] }) => {
    if ('oneOf' in known) {
      return known.oneOf;
    }
    return 'anyOf' in known ? known.anyOf : [known];
  });

/** The ids of a concept with their parameters: the type of each in JSON, where it has one. */
const parametersOf = (schema: z.ZodType) =>
  new Map(
    conceptJsonSchema
      .parse(z.toJSONSchema(schema, { io: 'input' }))
      .map(({ properties: { id, parameters } }) => [
        id.const,
        new Map(
          Object.entries(parameters.properties).map(([name, { type }]) => [
            name,
            type,
          ]),
        ),
      ]),
  );

const textsOf = new Map(
  Object.entries(messageTexts).map(([concept, texts]) => [
    concept,
    Object.entries<string>(texts),
  ]),
);

const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');

const placeholders = (text: string) =>
  Array.from(text.matchAll(PLACEHOLDER), ([, name, amount]) => ({
    name,
    isAmount: amount !== undefined,
  }));

const concepts = Object.entries(schemas).map(
  ([concept, schema]) => [concept, parametersOf(schema)] as const,
);

describe.each(concepts)('the texts of %s', (concept, parameters) => {
  const texts = textsOf.get(concept) ?? [];

  it('are those of its schema', () => {
    expect(new Set(texts.map(([key]) => withoutPlural(key)))).toEqual(
      new Set(parameters.keys()),
    );
  });

  it('come in both numbers, or in one', () => {
    const keys = texts.map(([key]) => key);
    for (const id of parameters.keys()) {
      expect(keys.filter(key => withoutPlural(key) === id).sort()).toEqual(
        keys.includes(id) ? [id] : [`${id}_one`, `${id}_other`],
      );
    }
  });

  it('are filled in with what their schema has', () => {
    for (const [key, text] of texts) {
      const known = parameters.get(withoutPlural(key));
      expect([...(known?.keys() ?? [])]).toEqual(
        expect.arrayContaining(placeholders(text).map(({ name }) => name)),
      );
    }
  });

  it('group numbers only', () => {
    for (const [key, text] of texts) {
      const types = placeholders(text)
        .filter(({ isAmount }) => isAmount)
        .map(({ name }) => parameters.get(withoutPlural(key))?.get(name));
      expect({ key, types }).toEqual({
        key,
        types: types.map(() => expect.stringMatching(/^(number|integer)$/)),
      });
    }
  });

  it('have a count where they depend on one', () => {
    for (const [key] of texts.filter(([name]) => name.includes('_'))) {
      expect(parameters.get(withoutPlural(key))?.has('count')).toBe(true);
    }
  });
});
