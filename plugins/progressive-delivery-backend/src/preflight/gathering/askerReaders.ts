import {
  ComparedTarget,
  DeliveryTarget,
  fileReaders,
  flatMapKnown,
  Known,
  known,
  PieceReaders,
  Pieces,
  PreflightAsker,
  unknown,
} from '@progressive-delivery/engine';
import { ProgressiveDeliveryConfig } from '../../config';
import { parseEntityReferences } from '../../targets/access/backPointer';
import { readApplications } from './knownApplications';
import { LiveReader } from './LiveReader';

/** Switches whose pull requests are looked for: two questions to the Git host each. */
const MOST_SWITCHES = 5;

/** What is known only once it is known what is edited, or who asks. */
export type AskerPiece = 'readers' | 'earlierTargets' | 'openProposals';

/** What is edited, and what else is set in which files. */
export type Edited = Pick<ComparedTarget, 'edit' | 'editPlaces'>;

/** How what depends on who asks is read. */
export function askerReaders(
  target: DeliveryTarget,
  {
    asker,
    config,
    edited,
    reader,
  }: {
    asker: PreflightAsker | undefined;
    config: Pick<ProgressiveDeliveryConfig, 'argocd'>;
    /** Until then, nothing is known of what depends on it. */
    edited: Promise<Edited>;
    reader: LiveReader;
  },
): PieceReaders<AskerPiece> {
  let asking: ReturnType<typeof targetsOf> | undefined;
  const targets = () => (asking ??= targetsOf(asker, reader));
  return {
    readers: readersOf,
    openProposals: async () =>
      asker ? proposalsOf(asker, await edited) : nobodyAsks(),
    earlierTargets: async () =>
      flatMapKnown(await targets(), all => {
        const index = all.findIndex(({ id }) => id === target.id);
        return known(all.slice(0, Math.max(0, index)));
      }),
  };

  /** Each switch is asked for by itself: this one, and some of those that are set in the same file. */
  async function proposalsOf(
    { openProposals: ask }: PreflightAsker,
    { edit, editPlaces }: Edited,
  ): Promise<Known<Pieces['openProposals']>> {
    const inFile = editPlaces.filter(
      ({ file, repository }) =>
        file === edit.file && repository === edit.repository,
    );
    const isOwn = ({ path }: { path: string }) => path === edit.path;
    const asked = [
      ...inFile.filter(isOwn),
      ...inFile.filter(each => !isOwn(each)),
    ].slice(0, MOST_SWITCHES);
    return flatMapKnown(
      await reader.askOther('pullRequestsTimedOut', () => ask(asked)),
      found =>
        known(
          found,
          asked.length < inFile.length
            ? [
                {
                  message: 'switchesNotAsked',
                  parameters: { all: inFile.length, asked: asked.length },
                },
              ]
            : [],
        ),
    );
  }

  async function readersOf(): Promise<Known<Pieces['readers']>> {
    const [applications, own] = await Promise.all([
      readApplications(config, reader),
      targets(),
    ]);
    if (applications.state === 'unknown') {
      return applications;
    }
    if (own.state === 'unknown' || !asker) {
      return own.state === 'unknown' ? own : nobodyAsks();
    }
    const { edit } = await edited;
    const found = fileReaders(edit, target, applications.value);
    const named = found.readers.map(each => ({
      each,
      refs: parseEntityReferences(each.entities),
    }));
    const seen =
      named.length === 0
        ? known<ReadonlySet<string>>(new Set())
        : await reader.askOther('catalogTimedOut', () =>
            asker.mayRead(
              Array.from(new Set(named.flatMap(({ refs }) => refs))),
            ),
          );
    return flatMapKnown(applications, () =>
      flatMapKnown(seen, visible =>
        known({
          mayRead: found.mayRead,
          readers: named.map(({ each, refs }) => {
            const isOwn =
              refs.includes(asker.entityRef) ||
              own.value.some(({ id }) => id === each.id);
            return {
              id: each.id,
              name: each.name,
              own: isOwn,
              visible: isOwn || refs.some(ref => visible.has(ref)),
            };
          }),
        }),
      ),
    );
  }
}

/** The entity's targets, by whoever asks. */
async function targetsOf(
  asker: PreflightAsker | undefined,
  reader: LiveReader,
): Promise<Known<DeliveryTarget[]>> {
  return asker
    ? reader.askOther('targetsTimedOut', call => asker.targets(call))
    : nobodyAsks();
}

function nobodyAsks(): Known<never> {
  return unknown({ message: 'nobodyAsks', parameters: {} });
}
