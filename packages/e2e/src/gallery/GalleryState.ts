import {
  ChartPreparation,
  ChartsResponse,
  Comparison,
  ComparisonStage,
  DocumentChange,
  FleetResponse,
  Proposal,
  ProposalResponse,
  RolloutActionResponse,
  RolloutManifest,
  RolloutStreamMessage,
  TargetsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What the backend answers: something, an error, or nothing as long as one waits. */
export type Answer<T> =
  | { body: T }
  | { status: number; error: object }
  | 'never';

/** What a person does after the page is there: presses what has this role and name. */
interface Press {
  role: 'button' | 'link' | 'menuitem' | 'tab' | 'checkbox' | 'radio';
  name: string | RegExp;
  /** Name of the group that it is in, where something else has the same name. */
  group?: string;
}

/** One state that the pages can be in. */
export interface GalleryState {
  /** Name of its component: lowercase words with dashes. */
  id: string;
  /** What a reviewer is to see. */
  title: string;
  /** A text that is visible as soon as the page is as it is to be looked at. */
  shows: string | RegExp;
  /** Below the component's tab, or behind the path of the page of all components. Default: the tab, or that page. */
  path?: string;
  /** The component's overview is the page, and this of it is looked at. */
  overview?: 'card' | 'warning';
  /** All components; their page is then the page. */
  fleet?: Answer<FleetResponse>;
  /** What is answered from the second time on that a page asks for them. Default: the same. */
  fleetLater?: Answer<FleetResponse>;
  /** Default: those of a component that Argo CD delivers. */
  annotations?: Record<string, string>;
  targets: Answer<TargetsResponse>;
  /** What the stream tells; absent: that nothing runs. */
  rollouts?: Answer<RolloutStreamMessage[]>;
  /** Whether the stream ends after that, and there is none from then on. */
  streamBreaks?: boolean;
  proposals?: Answer<{ proposals: Proposal[] }>;
  /** To whoever opens a pull request. */
  proposing?: Answer<ProposalResponse>;
  comparison?: Answer<Comparison>;
  /** What is being done for the comparison, which then does not come. */
  stage?: ComparisonStage;
  /** All documents that differ, where the comparison has not all of them. */
  documents?: readonly DocumentChange[];
  /** Of each target. Default: that there is none. */
  charts?: Answer<ChartsResponse>;
  preparation?: Answer<ChartPreparation>;
  /** The YAML of each Rollout. */
  manifest?: Answer<RolloutManifest>;
  /** What comes of any action on a Rollout. */
  acting?: Answer<RolloutActionResponse>;
  /** Permissions that the person does not have. */
  denied?: string[];
  press?: Press[];
}
