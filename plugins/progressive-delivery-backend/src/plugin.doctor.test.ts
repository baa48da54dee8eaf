import { mockCredentials } from '@backstage/backend-test-utils';
import {
  doctorReadPermission,
  doctorReportSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import request from 'supertest';
import { PluginScene } from './__testUtils__/PluginScene';

const ROUTE = '/api/progressive-delivery/v1/doctor';

describe('What the installation lacks', () => {
  let scene: PluginScene;

  beforeAll(async () => {
    scene = await PluginScene.start();
  });
  afterAll(() => scene?.stop());
  beforeEach(() => scene.clear());

  const ask = (query = '') =>
    request(scene.backend.server).get(`${ROUTE}${query}`);

  it('is for those alone who have a permission for it', async () => {
    await ask().set('Authorization', mockCredentials.none.header()).expect(401);
    scene.denied.add(doctorReadPermission.name);
    const { body } = await ask().expect(403);
    expect(body.error.message).toContain('progressive-delivery.doctor.read');
    expect(scene.auditor.createEvent).not.toHaveBeenCalled();
  });

  it('is looked at part by part, and audited', async () => {
    const { body } = await ask().expect(200);
    const { lines } = doctorReportSchema.parse(body);
    const areas = new Set(lines.map(({ area }) => area));
    expect(areas).toEqual(
      new Set(['configuration', 'tools', 'clusters', 'argocd']),
    );
    // The cluster has no Applications, which hides nothing else.
    expect(lines.map(({ message }) => message.id)).toEqual(
      expect.arrayContaining([
        'configurationMissing',
        'clustersMissing',
        'couldNotLook',
      ]),
    );
    expect(scene.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'doctor-read' }),
    );
    expect(scene.event.success).toHaveBeenCalled();
  });

  it('is a line each where text is asked for', async () => {
    const { text, type } = await ask().set('Accept', 'text/plain').expect(200);
    expect(type).toBe('text/plain');
    const lines = text.trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(
        /^(ok|missing|unknown) +(configuration|tools|clusters|access|argocd|git) +\S/,
      );
    }
    expect(text).toMatch(/^missing +configuration +app-config +No Git host/m);
  });

  it('is asked about namespaces that can be some', async () => {
    const asked = await Promise.all(
      ['agents,web', '../secrets'].map(each => ask(`?namespaces=${each}`)),
    );
    expect(asked.map(({ status }) => status)).toEqual([200, 400]);
  });
});
