import { parseEntityReferences } from '../../targets/access/backPointer';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { TargetDescription } from '../../variants/TargetDescription';
import { ValuesEdit } from '../../variants/VariantService';
import { fileReaders } from './fileReaders';
import { KnownApplication } from './knownApplications';
import { flatMapKnown, known, Known, unknown } from './Known';
import { LiveReader } from './LiveReader';
import { Gathered } from './Pieces';
import { PreflightAsker } from './PreflightAsker';

/** Switches whose pull requests are looked for: two questions to the Git host each. */
const MOST_SWITCHES = 5;

/** What is known only once it is known what is edited. */
export async function askerPieces(
  target: DeliveryTarget,
  {
    applications,
    asker,
    edit,
    editPlaces,
    reader,
    targets,
  }: {
    applications: Known<KnownApplication[]>;
    asker: PreflightAsker | undefined;
    edit: ValuesEdit;
    editPlaces: TargetDescription['editPlaces'];
    reader: LiveReader;
    targets: Known<DeliveryTarget[]>;
  },
): Promise<Pick<Gathered, 'readers' | 'earlierTargets' | 'openProposals'>> {
  const [readers, openProposals] = await Promise.all([
    readersOf(),
    asker ? proposalsOf(asker) : nobodyAsks(),
  ]);
  return {
    readers,
    openProposals,
    earlierTargets: flatMapKnown(targets, all => {
      const index = all.findIndex(({ id }) => id === target.id);
      return known(all.slice(0, Math.max(0, index)));
    }),
  };

  /** Each switch is asked for by itself: this one, and some of those that are set in the same file. */
  async function proposalsOf({
    openProposals: ask,
  }: PreflightAsker): Promise<Gathered['openProposals']> {
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

  async function readersOf(): Promise<Gathered['readers']> {
    if (applications.state === 'unknown') {
      return applications;
    }
    if (targets.state === 'unknown' || !asker) {
      return targets.state === 'unknown' ? targets : nobodyAsks();
    }
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
            const own =
              refs.includes(asker.entityRef) ||
              targets.value.some(({ id }) => id === each.id);
            return {
              id: each.id,
              name: each.name,
              own,
              visible: own || refs.some(ref => visible.has(ref)),
            };
          }),
        }),
      ),
    );
  }
}

/** The entity's targets, by whoever asks. */
export async function targetsOf(
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
