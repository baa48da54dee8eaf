import { isError } from '@backstage/errors';
import { visibleLines } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express, { ErrorRequestHandler } from 'express';
import Router from 'express-promise-router';
import { withoutForeignStatus } from '../errors/otherServiceError';
import { visibleTexts } from '../visibleTexts';
import { chartRoutes, ChartRoutesOptions } from './chartRoutes';
import {
  comparisonDocumentsRoutes,
  ComparisonDocumentsRoutesOptions,
} from './comparisonDocumentsRoutes';
import { comparisonRoute, ComparisonRouteOptions } from './comparisonRoute';
import { doctorRoute, DoctorRouteOptions } from './doctorRoute';
import { fleetRoute, FleetRouteOptions } from './fleetRoute';
import { proposalRoutes, ProposalRoutesOptions } from './proposalRoutes';
import {
  rolloutActionRoute,
  RolloutActionRouteOptions,
} from './rolloutActionRoute';
import {
  rolloutManifestRoute,
  RolloutManifestRouteOptions,
} from './rolloutManifestRoute';
import { rolloutsRoute, RolloutsRouteOptions } from './rolloutsRoute';
import {
  rolloutsStreamRoute,
  RolloutsStreamRouteOptions,
} from './rolloutsStreamRoute';
import { targetsRoute, TargetsRouteOptions } from './targetsRoute';

export type RouterOptions = TargetsRouteOptions &
  ComparisonRouteOptions &
  ComparisonDocumentsRoutesOptions &
  ProposalRoutesOptions &
  ChartRoutesOptions &
  RolloutsRouteOptions &
  RolloutsStreamRouteOptions &
  RolloutActionRouteOptions &
  RolloutManifestRouteOptions &
  DoctorRouteOptions &
  FleetRouteOptions;

/**
 * Whatever another service has answered to us is no answer of ours. Names of repositories, clusters and catalogs in what
 * is said may hold anything: what nobody would see of them is escaped.
 */
const translateErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  const own = withoutForeignStatus(error);
  if (isError(own)) {
    own.message = visibleLines(own.message);
    own.problem &&= visibleTexts(own.problem);
  }
  next(own);
};

/** The HTTP API; one file a resource. */
export function createRouter(options: RouterOptions): express.Router {
  const router = Router();
  router.use(express.json({ limit: '100kb' }));
  router.use('/v1', targetsRoute(options));
  router.use('/v1', comparisonRoute(options));
  router.use('/v1', comparisonDocumentsRoutes(options));
  router.use('/v1', proposalRoutes(options));
  router.use('/v1', chartRoutes(options));
  router.use('/v1', rolloutsRoute(options));
  router.use('/v1', rolloutsStreamRoute(options));
  router.use('/v1', rolloutActionRoute(options));
  router.use('/v1', rolloutManifestRoute(options));
  router.use('/v1', doctorRoute(options));
  router.use('/v1', fleetRoute(options));
  router.use(translateErrors);
  return router;
}
