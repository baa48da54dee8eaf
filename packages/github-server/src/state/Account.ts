/** Who a token stands for, and what it may do in the repositories. */
export interface Account {
  login: string;
  type: 'User' | 'Bot';
  may: 'write' | 'read';
}
