/** Somebody as Git names them. */
export interface CoAuthor {
  name: string;
  email: string;
}
