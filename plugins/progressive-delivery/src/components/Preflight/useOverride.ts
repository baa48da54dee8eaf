import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import {
  Finding,
  FindingReference,
  isSameFinding,
  MOST_OVERRIDDEN_FINDINGS,
  needsOverride,
  Preflight,
  ProposalRequest,
  proposalOverridePermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What keeps the pull request from being opened. */
export type Obstacle =
  | { state: 'blocked'; count: number; mayOverride: 'no' | 'unknown' }
  | { state: 'too-many'; count: number }
  | { state: 'undecided'; count: number }
  | { state: 'reason-missing' };

/** What a person decides of findings that keep the pull request from being opened. */
export interface Override {
  /** Whether there is something to override, not too much of it, and the person may. */
  offered: boolean;
  /** Whether the person may decide this one. */
  offers: (finding: Finding) => boolean;
  isAccepted: (finding: Finding) => boolean;
  setAccepted: (finding: Finding, accepted: boolean) => void;
  /** Absent: the pull request can be opened. */
  obstacle?: Obstacle;
  /** What goes out with the request, once there is no obstacle; absent where nothing is overridden. */
  request: ProposalRequest['override'];
}

/** What was decided, which the page keeps. */
export interface OverrideDecision {
  /** The findings that were ticked, whether or not they are found now. */
  accepted: readonly FindingReference[];
  onAccepted: (accepted: FindingReference[]) => void;
  /** Why somebody goes ahead in spite of what was found. */
  reason: string;
}

/** What was decided holds when other findings come; what is new then is undecided. */
export function useOverride(
  preflight: Preflight | undefined,
  { accepted, onAccepted, reason }: OverrideDecision,
): Override {
  const permission = useEntityPermission(proposalOverridePermission);

  const isAccepted = (finding: Finding) =>
    accepted.some(each => isSameFinding(each, finding));

  const needed =
    preflight?.findings.filter(each => needsOverride(each, preflight)) ?? [];
  const offered =
    permission.allowed &&
    needed.length > 0 &&
    needed.length <= MOST_OVERRIDDEN_FINDINGS;
  const undecided = needed.filter(each => !isAccepted(each));
  const written = reason.trim();

  const obstacle = (): Obstacle | undefined => {
    if (needed.length === 0) {
      return undefined;
    }
    if (!permission.allowed) {
      return {
        state: 'blocked',
        count: needed.length,
        mayOverride: permission.loading ? 'unknown' : 'no',
      };
    }
    if (!offered) {
      return { state: 'too-many', count: needed.length };
    }
    if (undecided.length > 0) {
      return { state: 'undecided', count: undecided.length };
    }
    return written === '' ? { state: 'reason-missing' } : undefined;
  };

  return {
    offered,
    offers: finding => offered && needed.includes(finding),
    isAccepted,
    setAccepted: (finding, accept) =>
      onAccepted([
        ...accepted.filter(each => !isSameFinding(each, finding)),
        ...(accept ? [{ id: finding.id, object: finding.object }] : []),
      ]),
    obstacle: obstacle(),
    request:
      needed.length > 0
        ? {
            findings: needed.map(({ id, object }) => ({ id, object })),
            reason: written,
          }
        : undefined,
  };
}
