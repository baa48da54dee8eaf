import { AppProject, appProjectSchema } from '../../applications/appProject';

export const project = (spec: object): AppProject =>
  appProjectSchema.parse({ metadata: { name: 'default' }, spec });
