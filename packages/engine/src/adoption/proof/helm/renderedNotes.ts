import { AdoptionNote } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { isMapping } from '../../../yaml';
import { note } from '../../texts/AdoptionText';
import { AdoptionTrial } from '../AdoptionTrial';
import { valueAt } from '../comparing/differences';
import { ProvedValues } from '../proveValues';
import { nameOf, RenderedObject } from '../comparing/RenderedObject';

/** What the renderings of a chart show that somebody should know. */
export function renderedNotes(
  { chart, isAdopted }: AdoptionTrial,
  proved: readonly ProvedValues[],
): AdoptionNote[] {
  const below = `${chart.name}/charts/`;
  const notes = proved
    .filter(({ invented }) => !invented)
    .flatMap(({ off }) => off)
    .flatMap(object => {
      if (isAdopted(object)) {
        return notesOf(object);
      }
      return object.kind === 'Deployment' && object.source.startsWith(below)
        ? [
            note('subchartDeployment', {
              name: object.name,
              template: object.source.slice(chart.name.length + 1),
            }),
          ]
        : [];
    });
  return [...new Map(notes.map(each => [each.text, each])).values()];
}

function notesOf(object: RenderedObject): AdoptionNote[] {
  const { content } = object;
  const volumes = valueAt(content, ['spec', 'template', 'spec', 'volumes']);
  const claims = (Array.isArray(volumes) ? volumes : [])
    .map(volume => valueAt(volume, ['persistentVolumeClaim', 'claimName']))
    .filter(claim => typeof claim === 'string');
  const strategy = valueAt(content, ['spec', 'strategy']);
  return [
    ...(isMapping(strategy) && strategy.type === 'Recreate'
      ? [note('recreate', { object: nameOf(object) })]
      : []),
    ...(claims.length > 0
      ? [note('claims', { object: nameOf(object), claims: claims.join(', ') })]
      : []),
  ];
}
