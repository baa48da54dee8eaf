/**
 * An app's routes with those of a sample besides, as somebody copies them: what it has already, it does not import twice.
 *
 * @param app - the text of an `App.tsx`
 * @param sample - of another one
 * @throws when the sample has no route, or the app no place for it
 */
export function withRoute(app: string, sample: string): string {
  const [route] = /^ *<Route .*\/>$/m.exec(sample) ?? [];
  const [place] = /^ *<FlatRoutes>\n/m.exec(app) ?? [];
  if (route === undefined || place === undefined) {
    throw new Error('There is no route, or no place for one');
  }
  const imports = Array.from(
    sample.matchAll(/^import .*\n/gm),
    ([line]) => line,
  ).filter(line => !app.includes(line) && !line.includes('core-app-api'));
  return `${imports.join('')}${app.replace(place, `${place}${route}\n`)}`;
}
