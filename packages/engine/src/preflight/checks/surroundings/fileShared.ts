import { FindingObject } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Found, preflightCheck } from '../preflightCheck';

/** Applications that are named. */
const MOST_NAMED = 10;

/** The values file that is edited belongs to this target alone: whatever else reads it moves as well. */
export const fileShared = preflightCheck({
  id: 'file-shared',
  severity: 'block',
  pieces: ['readers'],
  run: ({ edit: { file }, target }, { readers: { value } }): Found[] => {
    const { mayRead, readers } = value;
    const object: FindingObject = { kind: 'File', name: file };
    const named = readers.filter(({ visible }) => visible);
    const applications =
      named.length > 0
        ? named.slice(0, MOST_NAMED).map(({ name }) => name)
        : ['-'];
    if (readers.length > 0) {
      return [
        {
          object,
          severity: readers.every(({ own }) => own) ? 'warn' : 'block',
          message: 'fileShared',
          parameters: {
            file,
            target: target.title,
            count: readers.length,
            applications,
          },
        },
      ];
    }
    return mayRead > 0
      ? [
          {
            object,
            severity: 'warn',
            message: 'fileReached',
            parameters: { file, target: target.title, count: mayRead },
          },
        ]
      : [];
  },
});
