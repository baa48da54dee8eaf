/**
 * Wire types, annotations and permissions of the progressive-delivery plugin.
 *
 * @packageDocumentation
 */
export * from './texts';
export * from './switchTrial';
export * from './wait';
export * from './problem';
export * from './openEnum';
export * from './annotations';
export * from './permissions';
export * from './deliveryTarget';
export * from './comparisonSentence';
export * from './comparison';
export * from './formatFieldPath';
export * from './visibleText';
export * from './hiddenValue';
export * from './proposal';
export * from './analysisRunStatus';
export * from './experimentStatus';
export * from './workloadEvent';
export * from './controllerObservation';
export * from './revisionStatus';
export * from './rolloutStep';
export * from './rolloutStatus';
export * from './actionRefusal';
export * from './rolloutAction';
export * from './rolloutActionResponse';
export * from './rolloutStream';
