import { AppProject, appProjectSchema } from '@progressive-delivery/engine';

export const project = (spec: object): AppProject =>
  appProjectSchema.parse({ metadata: { name: 'default' }, spec });
