import { applicationAsInGit } from './checks/application/applicationAsInGit';
import { applicationOwner } from './checks/application/applicationOwner';
import { applicationSettled } from './checks/application/applicationSettled';
import { ignoredDifferencesFollow } from './checks/application/ignoredDifferencesFollow';
import { kindExcluded } from './checks/application/kindExcluded';
import { kindPermitted } from './checks/application/kindPermitted';
import { objectShared } from './checks/application/objectShared';
import { otherCanaryUnpromoted } from './checks/application/otherCanaryUnpromoted';
import { pruneLastLive } from './checks/application/pruneLastLive';
import { pruneLastOption } from './checks/application/pruneLastOption';
import { renderedAsLive } from './checks/application/renderedAsLive';
import { replaceOrForce } from './checks/application/replaceOrForce';
import { retryRefresh } from './checks/application/retryRefresh';
import { skipDryRun } from './checks/application/skipDryRun';
import { syncPrunes } from './checks/application/syncPrunes';
import { syncWindows } from './checks/application/syncWindows';
import { autoscalerWorks } from './checks/cluster/autoscalerWorks';
import { budgetsCountBoth } from './checks/cluster/budgetsCountBoth';
import { controllerRunning } from './checks/cluster/controllerRunning';
import { hashLeftBehind } from './checks/cluster/hashLeftBehind';
import { imagesDeployed } from './checks/cluster/imagesDeployed';
import { nameTaken } from './checks/cluster/nameTaken';
import { replicasSufficient } from './checks/cluster/replicasSufficient';
import { rolloutsCrd } from './checks/cluster/rolloutsCrd';
import { rolloutSettled } from './checks/cluster/rolloutSettled';
import { workloadSettled } from './checks/cluster/workloadSettled';
import { quotaLeft } from './checks/cluster/quotaLeft';
import { kustomizeSteps } from './checks/kustomize/kustomizeSteps';
import { namesFollow } from './checks/kustomize/namesFollow';
import { analysesExist } from './checks/references/analysesExist';
import { routesExist } from './checks/references/routesExist';
import { servicesExist } from './checks/references/servicesExist';
import { earlierTarget } from './checks/surroundings/earlierTarget';
import { fileShared } from './checks/surroundings/fileShared';
import { proposalOpen } from './checks/surroundings/proposalOpen';
import { PreflightCheck } from './checks/preflightCheck';
import { bothKinds } from './checks/rendered/bothKinds';
import { kindChanges } from './checks/rendered/kindChanges';
import { nothingBehindPause } from './checks/rendered/nothingBehindPause';
import { onlyTheKind } from './checks/rendered/onlyTheKind';
import { podsCoexist } from './checks/rendered/podsCoexist';
import { rendersAlike } from './checks/rendered/rendersAlike';
import { rolloutRules } from './checks/rendered/rolloutRules';
import { rolloutSchema } from './checks/rendered/rolloutSchema';
import { localData } from './checks/rendered/localData';
import { referencesFollow } from './checks/rendered/referencesFollow';
import { routesFollow } from './checks/rendered/routesFollow';
import { samePods } from './checks/rendered/samePods';
import { scalersFollow } from './checks/rendered/scalersFollow';
import { servicesSelectPods } from './checks/rendered/servicesSelectPods';
import { templateHashSelectors } from './checks/rendered/templateHashSelectors';
import { weightsFitReplicas } from './checks/rendered/weightsFitReplicas';

/** All checks of our own: first what prevents an outage, in the order in which people are shown what blocks. */
export const preflightChecks: readonly PreflightCheck[] = [
  pruneLastLive,
  skipDryRun,
  replaceOrForce,
  rolloutsCrd,
  controllerRunning,
  kindChanges,
  onlyTheKind,
  samePods,
  servicesSelectPods,
  namesFollow,
  rolloutSchema,
  rolloutRules,
  servicesExist,
  analysesExist,
  routesExist,
  scalersFollow,
  replicasSufficient,
  autoscalerWorks,
  podsCoexist,
  routesFollow,
  imagesDeployed,
  workloadSettled,
  rolloutSettled,
  otherCanaryUnpromoted,
  nameTaken,
  bothKinds,
  hashLeftBehind,
  templateHashSelectors,
  fileShared,
  applicationSettled,
  kindPermitted,
  kindExcluded,
  objectShared,
  rendersAlike,
  kustomizeSteps,
  renderedAsLive,
  applicationAsInGit,
  earlierTarget,
  proposalOpen,
  nothingBehindPause,
  syncPrunes,
  syncWindows,
  ignoredDifferencesFollow,
  pruneLastOption,
  retryRefresh,
  weightsFitReplicas,
  budgetsCountBoth,
  applicationOwner,
  quotaLeft,
  referencesFollow,
  localData,
];
