import { parse } from 'yaml';
import { catalogInfo } from '../app/catalogInfo';
import { codeBlock } from './codeBlock';

const frontend = 'progressive-delivery';

describe('A code block of a README', () => {
  it.each([
    ['progressive-delivery-backend', 'Install', 'sh'],
    ['progressive-delivery-backend', 'Install', 'ts'],
    ['scaffolder-backend-module-progressive-delivery', 'Install', 'sh'],
    ['scaffolder-backend-module-progressive-delivery', 'Install', 'ts'],
    [frontend, 'Install', 'sh'],
    [frontend, 'New frontend system', 'ts'],
    [frontend, 'Legacy frontend system', 'tsx'],
  ] as const)('of %s, below "%s", in %s, is there', (...place) => {
    const [plugin, heading, language] = place;
    expect(codeBlock({ plugin, heading, language })).toContain('\n');
  });

  it('is found by the file that it is for', () => {
    const routes = codeBlock({
      plugin: frontend,
      heading: 'Legacy frontend system',
      language: 'tsx',
      file: 'packages/app/src/App.tsx',
    });
    expect(routes).toContain('<FlatRoutes>');
  });

  it('has comments that are no headings', () => {
    const entity = parse(
      catalogInfo('metadata: { name: agents-controllers }\n'),
    );
    expect(entity.metadata.annotations).toHaveProperty(['argocd/app-name']);
  });

  it('is missed below another heading', () => {
    expect(() =>
      codeBlock({ plugin: frontend, heading: 'Install', language: 'tsx' }),
    ).toThrow('plugins/progressive-delivery/README.md has no tsx below');
  });
});
