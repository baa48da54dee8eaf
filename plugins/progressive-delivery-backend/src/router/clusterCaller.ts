import { Request } from 'express';
import { ClusterCaller } from '../clusters/ClusterService';
import { UserTokens } from '../clusters/UserTokens';
import { whileConnected } from './whileConnected';

/** Asks clusters as long as the caller is there, and with the tokens that the request carries. */
export function clusterCaller(request: Request): ClusterCaller {
  return {
    signal: whileConnected(request),
    userTokens: UserTokens.of(request),
  };
}
