import { actionRefusalTexts } from './refusals/actionRefusalTexts';
import { adoptionNoteTexts } from './adoption/adoptionNoteTexts';
import { adoptionObstacleTexts } from './adoption/adoptionObstacleTexts';
import { adoptionValuesTexts } from './adoption/adoptionValuesTexts';
import { comparisonTexts } from './comparisonTexts';
import { failureCauseTexts } from './failureCauseTexts';
import { failureTexts } from './failureTexts';
import { rolloutChangeTexts } from './rolloutChangeTexts';
import { silenceTexts } from './silenceTexts';
import { doctorTexts } from './doctorTexts';
import { accountNameTexts } from './hosts/accountNameTexts';
import { credentialsRemedyTexts } from './hosts/credentialsRemedyTexts';
import { hostFaultTexts } from './hosts/hostFaultTexts';
import { hostQuestionTexts } from './hosts/hostQuestionTexts';
import { hostRefusalTexts } from './hosts/hostRefusalTexts';
import { neededAccessTexts } from './hosts/neededAccessTexts';
import { setupTexts } from './setupTexts';
import { stepTexts } from './stepTexts';
import { journeyTexts } from './journeyTexts';
import { noteTexts } from './noteTexts';
import { proposalNoteTexts } from './proposalNoteTexts';
import { switchTrialTexts } from './switchTrialTexts';
import { reasonTexts } from './reasons/reasonTexts';
import { remedyTexts } from './remedyTexts';
import { unusableTexts } from './refusals/unusableTexts';
import { notProposableTexts } from './refusals/notProposableTexts';
import { notPreparableTexts } from './refusals/notPreparableTexts';
import { problemTexts } from './problems/problemTexts';
import { waitTexts } from './waitTexts';
import { findingTexts } from './findings/findingTexts';
import { uncheckedTexts } from './findings/uncheckedTexts';

/**
 * The English of every text on the wire, by concept and id. Templates are those of Backstage's translations:
 * `{{parameter}}`, and `_one` and `_other` for what depends on the parameter `count`.
 *
 * @public
 */
export const messageTexts = {
  comparison: comparisonTexts,
  step: stepTexts,
  journey: journeyTexts,
  note: noteTexts,
  proposalNote: proposalNoteTexts,
  switchTrial: switchTrialTexts,
  wait: waitTexts,
  actionRefusal: actionRefusalTexts,
  rolloutChange: rolloutChangeTexts,
  silence: silenceTexts,
  failure: failureTexts,
  failureCause: failureCauseTexts,
  notProposable: notProposableTexts,
  notPreparable: notPreparableTexts,
  adoptionNote: adoptionNoteTexts,
  adoptionObstacle: adoptionObstacleTexts,
  adoptionValues: adoptionValuesTexts,
  accountName: accountNameTexts,
  credentialsRemedy: credentialsRemedyTexts,
  neededAccess: neededAccessTexts,
  hostQuestion: hostQuestionTexts,
  hostRefusal: hostRefusalTexts,
  hostFault: hostFaultTexts,
  problem: problemTexts,
  reason: reasonTexts,
  finding: findingTexts,
  unchecked: uncheckedTexts,
  unusable: unusableTexts,
  remedy: remedyTexts,
  setup: setupTexts,
  doctor: doctorTexts,
} as const;

/**
 * What there are texts of.
 *
 * @public
 */
export type MessageConcept = keyof typeof messageTexts;

/**
 * The id of a text, of its key in a translation.
 *
 * @public
 */
export type WithoutPlural<Key> = Key extends
  | `${infer Id}_one`
  | `${infer Id}_other`
  ? Id
  : Key;

/**
 * The ids of a concept.
 *
 * @public
 */
export type MessageId<Concept extends MessageConcept> = WithoutPlural<
  keyof (typeof messageTexts)[Concept]
>;

/** Of parameters that are texts themselves and no reasons, by the concept that they fill in and their names. */
const nestedConcepts: {
  [Concept in MessageConcept]?: Record<string, MessageConcept>;
} = {
  adoptionObstacle: { values: 'adoptionValues' },
  failure: { cause: 'failureCause' },
  proposalNote: { message: 'problem' },
  doctor: {
    account: 'accountName',
    needs: 'neededAccess',
    fault: 'hostFault',
    message: 'problem',
  },
  problem: {
    notPreparable: 'notPreparable',
    notProposable: 'notProposable',
    obstacle: 'adoptionObstacle',
    change: 'rolloutChange',
    refusal: 'actionRefusal',
    account: 'accountName',
    remedy: 'credentialsRemedy',
    needs: 'neededAccess',
    question: 'hostQuestion',
    hostRefusal: 'hostRefusal',
    fault: 'hostFault',
    problem: 'problem',
  },
};

/**
 * What a parameter is a text of, where it is one.
 *
 * @param concept - of the text that it fills in
 * @param parameter - its name there
 *
 * @public
 */
export function conceptOfParameter(
  concept: MessageConcept,
  parameter: string,
): MessageConcept {
  return nestedConcepts[concept]?.[parameter] ?? 'reason';
}
