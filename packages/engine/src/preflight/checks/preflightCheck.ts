import {
  Finding,
  FindingContent,
  FindingObject,
  UncheckedContent,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Known } from '../gathering/Known';
import { Gathered, namespacedPieces, Pieces } from '../gathering/Pieces';
import { RenderedChange } from '../gathering/RenderedChange';

/** How much a finding matters, where configuration does not say otherwise. */
type CheckSeverity = 'block' | 'warn' | 'info';

/** What configuration may say of a check. */
export type ConfiguredSeverity = CheckSeverity | 'off';

interface FoundAbout {
  object: FindingObject;
  /** Where it is not that of the check. */
  severity?: CheckSeverity;
}

/** What a check of our own has found: about which object, and what there is to say. */
export type Found = FindingContent & FoundAbout;

/** What a check of a module has found, in its own words. */
export interface FoundInWords extends FoundAbout {
  words: Pick<Finding, 'seen' | 'why' | 'remedy' | 'code' | 'docs'>;
}

/** Pieces that are known. */
type KnownPieces<Piece extends keyof Pieces> = {
  [Name in Piece]: Extract<Known<Pieces[Name]>, { state: 'known' }>;
};

/** Lets others have their turn where it is time. Rejects where nobody waits any longer. */
export type Turn = () => Promise<void>;

/** One check: a function over what was gathered. */
export interface CheckDefinition<Piece extends keyof Pieces> {
  /** In words of the field: the paragraph of `docs/preflight.md`, and the key in configuration. */
  id: string;
  severity: CheckSeverity;
  /** What it looks at besides what is rendered. Where one of these is not known, it could not look. */
  pieces: readonly Piece[];
  /** Where it looks at changes in one direction only: to Rollouts, or back to Deployments. */
  direction?: 'to-rollouts' | 'to-deployments';
  /**
   * Whether there is anything in what is rendered to look at: only then are its pieces read, and does it matter what is not
   * known; default: always, so that they are read while it renders.
   */
  concerns?(change: RenderedChange): boolean;
  /** @param turn - to be awaited between parts of what may take long: others have theirs */
  run(
    change: RenderedChange,
    pieces: KnownPieces<Piece>,
    turn: Turn,
  ): Found[] | Promise<Found[]>;
  /** What it cannot tell although these pieces are known; default: nothing. */
  unsure?(
    change: RenderedChange,
    pieces: KnownPieces<Piece>,
  ): UncheckedContent[];
}

/** A check, whatever it looks at. */
export interface PreflightCheck
  extends Pick<
    CheckDefinition<keyof Pieces>,
    'id' | 'severity' | 'pieces' | 'direction' | 'concerns'
  > {
  look(change: RenderedChange, gathered: Gathered, turn: Turn): Promise<Looked>;
}

/** What a check says. */
export interface Looked {
  findings: (Found | FoundInWords)[];
  /** Why it could not look, or not at everything. */
  gaps: UncheckedContent[];
}

/** A check that runs only where all that it looks at is known, and says so where it is not, or not all of it. */
export function preflightCheck<Piece extends keyof Pieces = never>({
  pieces,
  run,
  unsure = () => [],
  ...check
}: CheckDefinition<Piece>): PreflightCheck {
  return {
    ...check,
    pieces,
    async look(change, gathered, turn) {
      const gaps = pieces.flatMap(piece => {
        const each = gathered[piece];
        return (each?.state === 'known' ? each.gaps : each?.reasons) ?? [];
      });
      if (!areKnown(pieces, gathered)) {
        return { findings: [], gaps };
      }
      return {
        findings: await run(change, gathered, turn),
        gaps: [
          ...gaps,
          ...(pieces.some(piece => namespacedPieces.includes(piece))
            ? unreadNamespaces(change, gathered)
            : []),
          ...unsure(change, gathered),
        ],
      };
    },
  };
}

function areKnown<Piece extends keyof Pieces>(
  pieces: readonly Piece[],
  gathered: Gathered,
): gathered is Gathered & KnownPieces<Piece> {
  return pieces.every(piece => gathered[piece]?.state === 'known');
}

/** What is delivered to a namespace for the first time is not read there. */
function unreadNamespaces(
  { moved }: RenderedChange,
  { namespaces }: Gathered,
): UncheckedContent[] {
  const unread = new Set(
    moved.flatMap(({ namespace }) =>
      namespace !== undefined && !namespaces.has(namespace) ? [namespace] : [],
    ),
  );
  return Array.from(unread, namespace => ({
    message: 'namespaceNotRead',
    parameters: { namespace },
  }));
}
