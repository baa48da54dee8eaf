import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  doctorQuerySchema,
  doctorReadPermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import express from 'express';
import Router from 'express-promise-router';
import { DoctorService } from '../doctor/DoctorService';
import { doctorText } from '../doctor/doctorText';
import { otherServiceError } from '../errors/otherServiceError';
import { audited } from './audited';
import { parse } from './parse';
import { whileConnected } from './whileConnected';

export interface DoctorRouteOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  doctor: DoctorService;
}

/** What the installation lacks, for administrators: as JSON, or as lines of text where that is asked for. */
export function doctorRoute({
  auditor,
  doctor,
  httpAuth,
  permissions,
}: DoctorRouteOptions): express.Router {
  const router = Router();
  router.get('/doctor', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [{ result }] = await permissions
      .authorize([{ permission: doctorReadPermission }], { credentials })
      .catch(error => {
        throw otherServiceError(
          'The permission service could not be asked whether you may see this',
          error,
        );
      });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${doctorReadPermission.name}; usually administrators have it`,
      );
    }
    const { namespaces } = parse(doctorQuerySchema, request.query);
    const report = await audited(
      auditor,
      { eventId: 'doctor-read', severityLevel: 'low', request },
      async () => {
        const answer = await doctor.examine({
          namespaces,
          signal: whileConnected(request),
        });
        return { answer, meta: { lines: answer.lines.length } };
      },
    );
    if (request.accepts(['application/json', 'text/plain']) === 'text/plain') {
      response.type('text/plain').send(doctorText(report));
      return;
    }
    response.json(report);
  });
  return router;
}
