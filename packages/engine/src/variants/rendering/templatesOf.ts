import { Layout } from '../../git/trees/Layout';
import { inside } from '../../git/trees/repositoryPath';

/** Contents of the templates of a chart and of the charts within it. */
export function* templatesOf(layout: Layout, chart: string): Iterable<Buffer> {
  const below = inside(chart, '');
  for (const path of layout.files.keys()) {
    if (path.startsWith(below) && isTemplate(path.slice(below.length))) {
      yield layout.read(path);
    }
  }
}

/** `templates/...`, or the same in charts within charts. */
function isTemplate(path: string): boolean {
  const [folder, , ...rest] = path.split('/');
  return (
    folder === 'templates' ||
    (folder === 'charts' && rest.length > 0 && isTemplate(rest.join('/')))
  );
}
