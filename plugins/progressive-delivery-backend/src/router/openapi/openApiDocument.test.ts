import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { routesOf } from '../__testUtils__/routesOf';
import { createRouter, RouterOptions } from '../createRouter';
import { describedRoutes } from './describedRoutes';
import { openApiDocument } from './openApiDocument';

describe('the OpenAPI document', () => {
  it('describes every route that there is, and no other', () => {
    // The routes use none of these before they are asked.
    const router = createRouter({} as RouterOptions);
    expect(
      describedRoutes
        .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
        .sort(),
    ).toEqual(routesOf(Object(router)).sort());
  });

  it('is the committed one; `yarn openapi` writes it', () => {
    const committed = readFileSync(
      resolve(__dirname, '../../../openapi.json'),
      'utf8',
    );
    expect(JSON.parse(committed)).toEqual(
      JSON.parse(JSON.stringify(openApiDocument())),
    );
  });

  it('refers to nothing that it does not have', () => {
    const document = JSON.stringify(openApiDocument());
    const references = new Set(
      Array.from(document.matchAll(/"\$ref":"([^"]+)"/g), ([, path]) => path),
    );
    expect(references.size).toBeGreaterThan(10);
    for (const reference of references) {
      expect(openApiDocument()).toHaveProperty(
        reference.replace('#/', '').split('/'),
      );
    }
  });
});
