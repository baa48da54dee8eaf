import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';
import { actionRefusalTexts } from './refusals/actionRefusalTexts';
import { adoptionNoteTexts } from './adoption/adoptionNoteTexts';
import { adoptionObstacleTexts } from './adoption/adoptionObstacleTexts';
import { adoptionValuesTexts } from './adoption/adoptionValuesTexts';
import { comparisonTexts } from './comparisonTexts';
import { doctorTexts } from './doctorTexts';
import { failureCauseTexts } from './failureCauseTexts';
import { failureTexts } from './failureTexts';
import { findingTexts } from './findings/findingTexts';
import { uncheckedTexts } from './findings/uncheckedTexts';
import { accountNameTexts } from './hosts/accountNameTexts';
import { credentialsRemedyTexts } from './hosts/credentialsRemedyTexts';
import { hostFaultTexts } from './hosts/hostFaultTexts';
import { hostQuestionTexts } from './hosts/hostQuestionTexts';
import { hostRefusalTexts } from './hosts/hostRefusalTexts';
import { neededAccessTexts } from './hosts/neededAccessTexts';
import { journeyTexts } from './journeyTexts';
import { notPreparableTexts } from './refusals/notPreparableTexts';
import { notProposableTexts } from './refusals/notProposableTexts';
import { noteTexts } from './noteTexts';
import { problemTexts } from './problems/problemTexts';
import { proposalNoteTexts } from './proposalNoteTexts';
import { reasonTexts } from './reasons/reasonTexts';
import { remedyTexts } from './remedyTexts';
import { rolloutChangeTexts } from './rolloutChangeTexts';
import { setupTexts } from './setupTexts';
import { silenceTexts } from './silenceTexts';
import { stepTexts } from './stepTexts';
import { switchTrialTexts } from './switchTrialTexts';
import { unusableTexts } from './refusals/unusableTexts';
import { waitTexts } from './waitTexts';

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
} satisfies Translation<typeof english>;
