/** Who a token stands for, and what it may do in the repositories. */
export interface Account {
  login: string;
  type: 'User' | 'Bot';
  may: 'write' | 'read';
  /** Of a classic token; fine-grained ones and those of Apps have none. */
  scopes?: string[];
}
