import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { assertError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { MOST_REVIEWERS, ProposalsConfig } from '../../config';
import { HostAccount, Reviewers } from '../gitHosts/GitHost';
import { CoAuthor } from '../text/CoAuthor';
import { coAuthorOf } from './coAuthorOf';
import { loginOf } from './loginOf';

export interface ProposalPeopleOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntities'>;
  logger: LoggerService;
  config: Pick<ProposalsConfig, 'reviewByOwners' | 'reviewers'>;
}

/** Who asks for a proposal, and for which entity. */
export interface ProposalRequester {
  /** Entity references. */
  entityRef: string;
  userEntityRef: string;
}

/** Who has to do with a proposal. */
export interface InvolvedPeople {
  /** The requester as Git names them, where the catalog has their e-mail address. */
  coAuthor?: CoAuthor;
  /** Who is asked for a review; never the requester. */
  reviewers: Reviewers;
  /** Whether reviews are to be asked for at all. */
  reviewed: boolean;
}

/**
 * Finds who has to do with a proposal in the catalog. That it cannot be asked keeps nobody from proposing: it is logged,
 * the commit names the requester by their entity reference alone, and owners are not asked for a review.
 */
export class ProposalPeople {
  static create(options: ProposalPeopleOptions): ProposalPeople {
    return new ProposalPeople(options);
  }

  private constructor(private readonly options: ProposalPeopleOptions) {}

  async involvedIn(
    by: ProposalRequester,
    account: Pick<HostAccount, 'host' | 'product'>,
  ): Promise<InvolvedPeople> {
    const { reviewByOwners, reviewers } = this.options.config;
    const { owners, requester } = await this.find(by);
    const login = requester
      ? loginOf(requester, account)
      : parseEntityRef(by.userEntityRef).name;
    const others = [
      ...reviewers.filter(each => !each.includes('/')),
      ...owners
        .filter(owner => stringifyEntityRef(owner) !== by.userEntityRef)
        .map(owner => loginOf(owner, account)),
    ].filter(each => each.toLowerCase() !== login.toLowerCase());
    const teams = reviewers.filter(each => each.includes('/'));
    return {
      coAuthor: coAuthorOf(requester),
      reviewers: {
        people: Array.from(new Set(others)).slice(
          0,
          MOST_REVIEWERS - teams.length,
        ),
        teams,
      },
      reviewed: reviewByOwners || reviewers.length > 0,
    };
  }

  private async find({
    entityRef,
    userEntityRef,
  }: ProposalRequester): Promise<{ requester?: Entity; owners: Entity[] }> {
    const { auth, catalog, config, logger } = this.options;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: [userEntityRef, entityRef] },
        { credentials },
      );
      const [requester, entity] = items;
      const owners = config.reviewByOwners
        ? await this.ownersOf(entity, credentials)
        : [];
      return { requester, owners };
    } catch (error) {
      assertError(error);
      logger.warn(`Cannot read ${userEntityRef} in the catalog`, error);
      return { owners: [] };
    }
  }

  /** The users that own an entity, and those of the groups that do. */
  private async ownersOf(
    entity: Entity | undefined,
    credentials: Awaited<ReturnType<AuthService['getOwnServiceCredentials']>>,
  ): Promise<Entity[]> {
    const { catalog } = this.options;
    const refs = (entity?.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef);
    const ofKind = (kind: string) =>
      refs.filter(ref => parseEntityRef(ref).kind.toLowerCase() === kind);
    const [users, groups] = [ofKind('user'), ofKind('group')];
    const direct = users.length
      ? (
          await catalog.getEntitiesByRefs(
            { entityRefs: users },
            { credentials },
          )
        ).items
      : [];
    const members = groups.length
      ? (
          await catalog.getEntities(
            {
              filter: {
                kind: 'User',
                [`relations.${RELATION_MEMBER_OF}`]: groups,
              },
              // One of them may be the requester.
              limit: MOST_REVIEWERS + 1,
            },
            { credentials },
          )
        ).items
      : [];
    return [...direct.filter(each => each !== undefined), ...members];
  }
}
