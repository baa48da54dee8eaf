import { JsonObject } from '@backstage/types';
import { RepositoryService } from '../../../git/RepositoryService';
import { CommitCheck, GitHost } from '../GitHost';
import { HostLimits } from '../askHost';
import { AskedRequest, HostGate } from './HostGate';

/** A values file of the scene's repository; its path is not the simplest. */
export const VALUES = 'apps/große fläche/values.yaml';
/** Another one. */
export const OTHER_VALUES = 'apps/other/values.yaml';

/** Whose credentials a host is used with: one who may write, one who may only read, or one whose token was revoked. */
export type HostUser = 'bot' | 'reader' | 'revoked';

/** What moves a branch, opens a pull request, labels it, and asks for reviews of it. */
export type ProposalStep = 'publish' | 'open' | 'label' | 'review';

/** A repository at a Git host, and the people who work there. */
export interface HostScene {
  /** Address of the repository, as a target has it. */
  readonly repository: string;
  /** The commit that `main` begins with. */
  readonly base: string;
  /** What must never be shown. */
  readonly secrets: readonly string[];
  readonly gate: HostGate;
  /** `integrations` of the configuration, with which the bot works. */
  readonly integrations: JsonObject;
  /** Whether a request is the one that does a step of a proposal. */
  isFor(step: ProposalStep, request: AskedRequest): boolean;
  /** What reads the repository, as the bot. */
  readonly repositories: RepositoryService;
  /** Where that keeps repositories, and what it has logged. */
  readonly traces: { directory: string; logged: unknown[] };
  host(as?: HostUser, limits?: Partial<HostLimits>): GitHost;
  /** Lets a branch begin at the first commit. */
  branch(name: string): Promise<void>;
  /** Commits on top of a branch what nobody of us has made; begins at the first commit where there is none. */
  commit(branch: string): Promise<string>;
  merge(number: number, how: 'merge' | 'squash'): Promise<void>;
  deleteBranch(branch: string): Promise<void>;
  /** Renames the default branch, as an administrator does. */
  renameDefaultBranch(name: string): Promise<void>;
  /** Somebody else opens a pull request from a fork's branch of that name. */
  openFromFork(branch: string): Promise<void>;
  report(
    commit: string,
    name: string,
    state: CommitCheck['state'],
  ): Promise<void>;
  /** Asks the reviewer, whose name that is, for a review. */
  requestReview(number: number): Promise<string>;
  /** What the reviewer says of it. */
  review(
    number: number,
    verdict: 'approved' | 'changesRequested',
  ): Promise<void>;
  createLabel(name: string): Promise<void>;
  /** Those of a pull request. */
  labels(number: number): Promise<string[]>;
  /** Takes one away from a pull request, as a person does. */
  removeLabel(number: number, name: string): Promise<void>;
  /** Teams that may review, as `organization/team`. A person who may is called `reviewer`. */
  readonly teams: string[];
  archive(archived: boolean): Promise<void>;
  /** From now on there have been too many requests, until the function that it gives is called. */
  limitRate(kind: RateLimitKind): { seconds: number; lift: () => void };
  stop(): Promise<void>;
}

export type RateLimitKind = 'primary' | 'secondary' | 'secondary, silent';
