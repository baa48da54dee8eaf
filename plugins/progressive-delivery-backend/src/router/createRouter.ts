import express, { ErrorRequestHandler } from 'express';
import Router from 'express-promise-router';
import { ownError } from './answers/ownError';
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

const translateErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => next(ownError(error));

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
