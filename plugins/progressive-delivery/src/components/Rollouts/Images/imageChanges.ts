import { shortImage } from './shortImage';

/** How an image of a new revision differs from the stable one's; `name` is without registry and version. */
export type ImageChange =
  | { change: 'version'; name: string; before: string; after: string }
  /** Another image altogether, each with its version. */
  | { change: 'image'; before: string; after: string }
  | { change: 'added' | 'removed'; image: string };

interface Parts {
  image: string;
  repository: string;
  name: string;
  /** The tag, and the digest cut where there is one. */
  version: string;
}

/** A port is before the path, a tag after it. */
function partsOf(image: string): Parts {
  const short = shortImage(image);
  const end = short.search(/[:@]/);
  const name = end === -1 ? short : short.slice(0, end);
  return {
    image,
    repository: image.slice(0, image.lastIndexOf('/') + 1) + name,
    name,
    version: end === -1 ? 'latest' : short.slice(end).replace(/^:/, ''),
  };
}

/**
 * What differs between the images of two revisions, container by container: those of the same repository belong
 * together, and of the others those in the same place.
 */
export function imageChanges(before: string[], after: string[]): ImageChange[] {
  const old = before.map(partsOf);
  const paired = after.map(partsOf).map(next => {
    const index = old.findIndex(
      ({ repository }) => repository === next.repository,
    );
    return { next, last: index === -1 ? undefined : old.splice(index, 1)[0] };
  });
  const all = paired.map(({ next, last }) => ({
    next,
    last: last ?? old.shift(),
  }));
  return [
    ...all.flatMap(({ last, next }): ImageChange[] => {
      if (last === undefined) {
        return [{ change: 'added', image: shortImage(next.image) }];
      }
      if (last.image === next.image) {
        return [];
      }
      return last.repository === next.repository
        ? [
            {
              change: 'version',
              name: next.name,
              before: last.version,
              after: next.version,
            },
          ]
        : [{ change: 'image', before: last.image, after: next.image }];
    }),
    ...old.map(
      ({ image }): ImageChange => ({
        change: 'removed',
        image: shortImage(image),
      }),
    ),
  ];
}
