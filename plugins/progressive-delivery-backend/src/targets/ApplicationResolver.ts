import { APPLICATION_ANNOTATION_ENTITIES } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Application, TimeSlices } from '@progressive-delivery/engine';
import { ProgressiveDeliveryConfig } from '../config';
import {
  ApplicationLookup,
  MOST_LISTED,
} from './applications/ApplicationReader';
import {
  ApplicationNamespace,
  ApplicationReferences,
  applicationTargetId,
} from './applications/applicationReferences';
import { assessApplication, Assessment } from './access/assessApplication';
import { readBackPointer } from './access/backPointer';
import { DeliveredEntity } from './access/DeliveredEntity';
import { notAllowed, selectionNotAllowed } from './access/notAllowed';
import {
  unreadable,
  unusableReference,
} from './applications/UnusableReference';
import { refused, Resolution, together, unusable } from './resolution';

/** Targets of one selector. */
const MOST_SELECTED = 100;

export interface ApplicationResolverOptions {
  entity: DeliveredEntity;
  config: Pick<ProgressiveDeliveryConfig, 'allow' | 'destinations'>;
  reader: ApplicationLookup;
  /** The path below which the Git host of a repository lives. */
  hostBase: (repository: string) => string;
}

/** Looks up the Applications that one entity names. What goes wrong with one is a result beside the others. */
export class ApplicationResolver {
  static create(options: ApplicationResolverOptions): ApplicationResolver {
    return new ApplicationResolver(options);
  }

  private constructor(private readonly options: ApplicationResolverOptions) {}

  /** An Application of this name in any of the places; in several, these are several targets. */
  async named(
    named: ApplicationReferences['named'][number],
    { only }: { only?: string } = {},
  ): Promise<Resolution> {
    const { name, reference } = named;
    const places = named.places.filter(
      place => only === undefined || applicationTargetId(place, name) === only,
    );
    const results = await Promise.all(
      places.map(place => this.namedIn(place, name, reference)),
    );
    const found = results.filter(each => each !== undefined);
    return found.length === 0 && places.length > 0
      ? refused({
          reference,
          reason: 'not-found',
          message: {
            id: 'applicationMissing',
            parameters: { application: name, places: placeNames(places) },
          },
          remedies: [{ id: 'correctApplication', parameters: {} }],
        })
      : together(found);
  }

  /** All Applications that match. Which those are that the entity may not use is not said. */
  async selected(
    selected: ApplicationReferences['selected'][number],
    { only }: { only?: string } = {},
  ): Promise<Resolution> {
    const { labelSelector, reference } = selected;
    const places = selected.places.filter(
      place =>
        only === undefined || only.startsWith(applicationTargetId(place, '')),
    );
    const found = together(
      await Promise.all(
        places.map(place => this.selectedIn(place, labelSelector, reference)),
      ),
    );
    return found.targets.length + found.unusable.length === 0 &&
      places.length > 0
      ? refused({
          reference,
          reason: 'not-found',
          message: {
            id: 'nothingMatches',
            parameters: { places: placeNames(places) },
          },
          remedies: [{ id: 'correctSelection', parameters: {} }],
        })
      : found;
  }

  private async namedIn(
    place: ApplicationNamespace,
    name: string,
    reference: string,
  ): Promise<Resolution | undefined> {
    let application;
    try {
      application = await this.options.reader.application(place, name);
    } catch (error) {
      return unusable(
        unreadable(error, {
          reference,
          message: {
            id: 'applicationUnreadable',
            parameters: { ...inPlace(place), application: name },
          },
          targetIds: [applicationTargetId(place, name)],
        }),
      );
    }
    return application && this.assess(reference, place, application);
  }

  private async selectedIn(
    place: ApplicationNamespace,
    labelSelector: string,
    reference: string,
  ): Promise<Resolution> {
    let listed;
    try {
      listed = await this.options.reader.applications(place, labelSelector);
    } catch (error) {
      return unusable(
        unreadable(error, {
          reference,
          message: { id: 'selectionUnreadable', parameters: inPlace(place) },
          targetIds: [],
        }),
      );
    }
    const hidden: string[] = [];
    const resolutions: Resolution[] = [];
    const slices = TimeSlices.create();
    // One by one, so that others have their turn; a project is read once for all.
    for (const each of listed.slice(0, MOST_LISTED)) {
      await slices.next();
      resolutions.push(
        each.readable
          ? await this.assess(reference, place, each.application, id =>
              hidden.push(id),
            )
          : unusable(
              unreadable(each.error, {
                reference,
                message: {
                  id: 'selectedUnreadable',
                  parameters: inPlace(place),
                },
                targetIds: [],
              }),
            ),
      );
    }
    const found = together(resolutions);
    if (listed.length > MOST_LISTED) {
      found.unusable.push(
        unusableReference({
          reference,
          reason: 'invalid',
          message: {
            id: 'moreMatch',
            parameters: { ...inPlace(place), used: MOST_LISTED },
          },
          remedies: [{ id: 'narrowSelector', parameters: {} }],
        }),
      );
    }
    if (hidden.length > 0) {
      found.unusable.push(
        selectionNotAllowed({
          reference,
          entity: this.options.entity,
          place,
          targetIds: hidden,
        }),
      );
    }
    if (found.targets.length > MOST_SELECTED) {
      found.unusable.push(
        unusableReference({
          reference,
          reason: 'invalid',
          message: {
            id: 'tooManyMatch',
            parameters: {
              ...inPlace(place),
              matching: found.targets.length,
              used: MOST_SELECTED,
            },
          },
          remedies: [{ id: 'narrowSelector', parameters: {} }],
        }),
      );
    }
    return {
      targets: found.targets.slice(0, MOST_SELECTED),
      unusable: found.unusable,
    };
  }

  /** @param hide - is told of an Application that has nothing to do with the entity, instead of naming it */
  private async assess(
    reference: string,
    place: ApplicationNamespace,
    application: Application,
    hide?: (targetId: string) => void,
  ): Promise<Resolution> {
    const { config, entity, hostBase, reader } = this.options;
    const { name } = application.metadata;
    const parameters = { ...inPlace(place), application: name };
    const targetIds = [applicationTargetId(place, name)];
    const pointer = readBackPointer(
      application.metadata.annotations?.[APPLICATION_ANNOTATION_ENTITIES],
      entity.entityRef,
    );
    const question = { application, config, entity, hostBase, place, pointer };
    let assessment: Assessment = assessApplication({
      ...question,
      project: undefined,
    });
    if (pointer.points) {
      try {
        assessment = assessApplication({
          ...question,
          project: await reader.project(place.argocd, application.spec.project),
        });
      } catch (error) {
        // Where a rule allows it, the project need not.
        if (assessment.state === 'not-allowed') {
          return unusable(
            unreadable(error, {
              reference,
              message: { id: 'projectUnreadable', parameters },
              targetIds,
            }),
          );
        }
      }
    }
    switch (assessment.state) {
      case 'usable':
        return { targets: [assessment.target], unusable: [] };
      case 'without-source':
        return refused({
          reference,
          targetIds,
          reason: 'invalid',
          message: { id: 'withoutSource', parameters },
          remedies: [{ id: 'addSource', parameters: {} }],
        });
      case 'not-allowed':
        if (hide && !pointer.points) {
          hide(targetIds[0]);
          return { targets: [], unusable: [] };
        }
        return unusable(
          notAllowed({
            reference,
            entity,
            place,
            name,
            refusal: assessment.refusal,
            malformed: pointer.malformed.length > 0,
            targetIds,
          }),
        );
      default:
        return assessment satisfies never;
    }
  }
}

function placeNames(places: ApplicationNamespace[]): string[] {
  return places.map(({ argocd, namespace }) => `${argocd.name}/${namespace}`);
}

function inPlace({ argocd, namespace }: ApplicationNamespace) {
  return { argocd: argocd.name, namespace };
}
