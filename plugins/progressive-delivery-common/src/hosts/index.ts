export * from './accountName';
export * from './credentialsRemedy';
export * from './hostFault';
export * from './hostQuestion';
export * from './hostRefusal';
export * from './neededAccess';
