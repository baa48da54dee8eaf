import { Application } from '../../targets/applications/application';
import { AppProject } from '../../targets/applications/appProject';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { ApplicationStatus } from './applicationStatus';
import { FileReaders } from './fileReaders';
import { Known } from './Known';
import { ParentApplication } from './parentApplication';
import { OpenProposal } from './PreflightAsker';
import { RolloutsControllers } from './objects/rolloutsController';
import {
  LiveDestinationRule,
  LiveDisruptionBudget,
  LiveResourceQuota,
  LiveService,
} from './objects/selecting';
import { RolloutDefinition } from './objects/rolloutDefinition';
import { Scaler } from './objects/scaler';
import { LiveWorkload } from './objects/liveWorkload';
import { NamedObject } from './objects/namedObject';

/** Everything outside of Git that checks look at, each read once for all of them. */
export interface Pieces {
  /** The Application that delivers the target. */
  application: Application;
  /** What Argo CD makes of the Application: how it compares, and whether something runs. */
  applicationStatus: ApplicationStatus;
  /** The Application that delivers this one from Git, and how it differs; `undefined` where there is none. */
  parent: ParentApplication | undefined;
  /** Other Applications that read the file which is edited. */
  readers: FileReaders;
  /** The targets that the entity names before this one. */
  earlierTargets: DeliveryTarget[];
  /** Pull requests that are open for switches of this target. */
  openProposals: OpenProposal[];
  /** The Application's project. */
  project: AppProject;
  /** The custom resource definition of Rollouts; `undefined` where the cluster has none. */
  rolloutDefinition: RolloutDefinition | undefined;
  /** Deployments and Rollouts of the namespaces that the target delivers to, whosever they are. */
  workloads: LiveWorkload[];
  /** What scales workloads of these namespaces: HorizontalPodAutoscalers, ScaledObjects, VerticalPodAutoscalers. */
  scalers: Scaler[];
  /** Controllers of Argo Rollouts in the whole cluster. */
  controllers: RolloutsControllers;
  services: LiveService[];
  destinationRules: LiveDestinationRule[];
  disruptionBudgets: LiveDisruptionBudget[];
  quotas: LiveResourceQuota[];
  /** AnalysisTemplates of these namespaces, and ClusterAnalysisTemplates. */
  analysisTemplates: NamedObject[];
  /** What traffic routers of Rollouts write into: Ingresses and VirtualServices. */
  routes: NamedObject[];
}

/** Those that are read namespace by namespace. */
export const namespacedPieces: readonly (keyof Pieces)[] = [
  'workloads',
  'scalers',
  'services',
  'destinationRules',
  'disruptionBudgets',
  'quotas',
  'analysisTemplates',
  'routes',
];

/** Each, as it was read. */
type PieceStates = { [Piece in keyof Pieces]: Known<Pieces[Piece]> };

/** Reads each piece. */
export type PieceReaders<Piece extends keyof Pieces = keyof Pieces> = {
  [Name in Piece]: () => Promise<PieceStates[Name]>;
};

export type GatheredPieces = Partial<PieceStates>;

/** What was gathered: the pieces that checks look at which have something to look at. */
export type Gathered = GatheredPieces & {
  /** Those that were read. */
  namespaces: ReadonlySet<string>;
};
