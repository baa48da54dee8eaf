/**
 * What the backend and the command share. It knows nothing of Backstage's services.
 *
 * @packageDocumentation
 */
export * from './adoption';
export * from './processes';
export * from './yaml';
