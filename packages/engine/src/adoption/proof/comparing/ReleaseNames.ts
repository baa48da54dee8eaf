import {
  AdoptionNote,
  AdoptionObstacle,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { helmArgument } from '../../../overlays/kustomize/kustomization';
import { note, obstacle } from '../../texts/AdoptionText';
import { AdoptionTrial } from '../AdoptionTrial';
import { ChosenSet, objectsOf } from '../chooseSets';

/** What objects are called in a release that people know, by what they are called in the one that a chart is proved with. */
export class ReleaseNames {
  /** @param release - absent where people know none, and not taken where Helm would not: everything keeps its name */
  static async read(
    trial: AdoptionTrial,
    sets: readonly ChosenSet[],
    release: string | undefined,
  ): Promise<ReleaseNames> {
    const names = new ReleaseNames();
    const { data: called } = helmArgument.release.safeParse(release);
    if (called !== undefined) {
      for (const set of sets) {
        await names.add(trial, set, called);
      }
    }
    return names;
  }

  private readonly known = new Map<string, string>();

  private constructor() {}

  /** @param called - a name, or that of an object, such as `Deployment web` */
  readonly of = (called: string): string => {
    const [name, ...kind] = called.split(' ').reverse();
    return [...kind, this.known.get(name) ?? name].join(' ');
  };

  readonly inNote = ({ id, parameters }: AdoptionNote): AdoptionNote =>
    note(id, this.in(parameters));

  readonly inObstacle = ({
    id,
    parameters,
  }: AdoptionObstacle): AdoptionObstacle => obstacle(id, this.in(parameters));

  /** Helm sorts by kind and by template, neither of which depends on the release: the same place is the same object. */
  private async add(
    trial: AdoptionTrial,
    set: ChosenSet,
    release: string,
  ): Promise<void> {
    const objects = objectsOf(set) ?? [];
    if (objects.every(({ name }) => this.known.has(name))) {
      return;
    }
    const was = await trial.helm.template(
      trial.input('before', set.files),
      release,
    );
    const others = objectsOf({ was }) ?? [];
    for (const [index, { kind, name, source }] of objects.entries()) {
      const other = others.at(index);
      if (other?.kind === kind && other.source === source) {
        this.known.set(name, other.name);
      }
    }
  }

  private in({
    name,
    object,
    ...others
  }: AdoptionNote['parameters']): AdoptionNote['parameters'] {
    return {
      ...others,
      ...(name === undefined ? {} : { name: this.of(String(name)) }),
      ...(object === undefined ? {} : { object: this.of(String(object)) }),
    };
  }
}
